import { Button, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { LeadReport } from './import-draft.ts'
import classes from './Leads.module.css'

const figures = ['imported', 'assigned', 'linked', 'waiting', 'rejected'] as const

/** What came in, and where the rows lie that were not taken. */
export function ImportReport({
  report,
  onDone,
}: {
  readonly report: LeadReport
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const path = report.rejectedPath
  const openFolder = () => {
    if (path !== null) void desktop.call('openPath', { path })
  }
  useShortcuts(t('leads.import.report'), [
    { keys: 'mod+Enter', label: t('leads.import.done'), run: onDone },
    { keys: 'f', label: t('leads.import.openFolder'), run: openFolder, when: path !== null },
  ])
  return (
    <section role="status" style={{ display: 'contents' }}>
      <Title order={2} className={classes.head}>
        <IconCircleCheck size={22} aria-hidden />
        {t('leads.import.report')}
      </Title>
      <dl className={classes.figures}>
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`leads.import.${figure}`)}</dt>
            <dd>{report[figure]}</dd>
          </div>
        ))}
      </dl>
      {path === null ? (
        <Text>{t('leads.import.allTaken')}</Text>
      ) : (
        <div>
          <Text>{t('leads.import.rejectedFile')}</Text>
          <Text style={{ overflowWrap: 'anywhere' }}>{path}</Text>
          <Button
            mt={6}
            variant="default"
            onClick={openFolder}
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            rightSection={<KeyHint keys="f" />}
          >
            {t('leads.import.openFolder')}
          </Button>
        </div>
      )}
      <div>
        <Button size="sm" onClick={onDone} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('leads.import.done')}
        </Button>
      </div>
    </section>
  )
}
