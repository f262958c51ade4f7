import { Button } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { tellRestored, useRestored } from '../../api/restored.ts'
import { useMaybeSession } from '../../api/use-session.ts'
import { useBackupWords } from './use-backup-words.ts'
import classes from './RestoredNotice.module.css'

/**
 * After a restore: which state one is in, and where the file is that did not open. It stays until it has been read;
 * `before` is where nobody has signed in yet.
 */
export function RestoredNotice({ before = false }: { readonly before?: boolean }) {
  const { t } = useTranslation()
  const words = useBackupWords()
  const told = useRestored()
  const mayUndo = useMaybeSession()?.permissions.includes('backup.restore') ?? false
  if (!told) return null
  return (
    <div className={`${classes.root} no-print`} role="status" data-before={before || undefined}>
      {!before && <IconDatabase size={16} aria-hidden />}
      <div className={classes.words}>
        {[
          told.what === 'undone' ? t('backups.undone') : t('backups.restored', { at: words.madeAt(told) }),
          before && t('backups.signInAgain'),
          told.erasedAgain > 0 && t('backups.wasErasedAgain', { count: told.erasedAgain }),
          told.what === 'restored' && t('backups.restoredUndo'),
        ].map((sentence) => sentence && <span key={sentence}>{sentence}</span>)}
        {told.keptAside !== null && (
          <div className={classes.path}>{t('backups.keptAside', { path: told.keptAside })}</div>
        )}
      </div>
      {!before && mayUndo && told.what === 'restored' && <Link to="/backups">{t('backups.undo')}</Link>}
      <Button variant="default" onClick={() => tellRestored(null)}>
        {t('backups.dismiss')}
      </Button>
    </div>
  )
}
