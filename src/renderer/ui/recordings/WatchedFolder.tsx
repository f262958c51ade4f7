import { Button } from '@mantine/core'
import { IconFolderSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { ErrorState } from '../states/ErrorState.tsx'
import { FailureAlert } from '../states/FailureAlert.tsx'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { toast } from '../toast.ts'
import { useDates } from '../words/use-dates.ts'
import classes from './WatchedFolder.module.css'

/** The folder in which telephones leave recordings, for those who may name it: which, whether it works, another, none. */
export function WatchedFolder({ bare = false }: { readonly bare?: boolean }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { data, error, refetch } = useQuery('recordings.folder')
  const save = useCommand('recordings.setFolder')
  const [isLeaving, setIsLeaving] = useState(false)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={1} />
  const { watched, own, lastScanAt, lastScan } = data
  const choose = async () => {
    const folder = await desktop.call('pickFolder', {})
    if (folder === null) return
    const done = await save.run({ watched: folder })
    if (done.ok) toast(t('recordings.folderSet', { folder }))
  }
  const leave = async () => {
    const done = await save.run({ watched: null })
    if (done.ok) setIsLeaving(false)
  }
  return (
    <section className={classes.root} aria-label={t('recordings.folder')} data-bare={bare || undefined}>
      {!bare && <IconFolderSearch size={18} stroke={1.5} aria-hidden />}
      {watched === null ? (
        <p className={classes.quiet}>{t('recordings.folderNone')}</p>
      ) : (
        <>
          <strong className={classes.path}>{watched}</strong>
          <span className={classes.quiet}>
            {lastScanAt === null
              ? t('recordings.lastScanNever')
              : t('recordings.lastScan', { at: dates.moment(lastScanAt) })}
          </span>
        </>
      )}
      <Button variant="default" loading={save.pending} onClick={() => void choose()}>
        {t(watched === null ? 'recordings.folderChoose' : 'recordings.folderChange')}
      </Button>
      {watched !== null && (
        <Button variant="subtle" onClick={() => setIsLeaving(true)}>
          {t('recordings.folderOff')}
        </Button>
      )}
      {watched !== null && lastScan?.reachable === false && (
        <p role="alert" className={classes.warn}>
          {t('recordings.unreachable', { folder: watched })}
        </p>
      )}
      <p className={classes.own}>
        {t('recordings.folderOwn')} {own}
      </p>
      {!isLeaving && <FailureAlert failure={save.failure} act />}
      <ConfirmDialog
        opened={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t('recordings.folderOffTitle')}
        confirmLabel={t('recordings.folderOff')}
        onConfirm={() => void leave()}
        pending={save.pending}
        failure={save.failure}
      >
        {t('recordings.folderOffHint')}
      </ConfirmDialog>
    </section>
  )
}
