import { Button, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconFolderOpen } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { Report } from './import-state.ts'
import classes from './Imports.module.css'
import { UndoImportDialog } from '../../ui/imports/UndoImportDialog.tsx'

interface ReportStepProps {
  readonly file: string
  readonly report: Report
  readonly onClose: () => void
}
const figures = ['imported', 'opportunities', 'followUps', 'plans', 'rejected'] as const

/** What came in, where the rows given back lie, and the way back. */
export function ReportStep({ file, report, onClose }: ReportStepProps) {
  const { t } = useTranslation()
  const seesCustomers = useCan('customer.read')
  const [undoing, setUndoing] = useState(false)
  const path = report.rejectedPath
  const openFolder = () => {
    if (path !== null) void desktop.call('openPath', { path })
  }
  useShortcuts(t('imports.title'), [
    { keys: 'mod+Enter', label: t('imports.done'), run: onClose },
    { keys: 'f', label: t('imports.openFolder'), run: openFolder, when: path !== null },
  ])
  return (
    <div className={classes.report}>
      <Title order={2} className={classes.reportTitle}>
        <IconCircleCheck size={22} aria-hidden />
        {t('imports.report')}
      </Title>
      <dl className={classes.figures}>
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`imports.${figure}`)}</dt>
            <dd>{report[figure]}</dd>
          </div>
        ))}
      </dl>
      <Text c="dimmed">{t('imports.plansSpread')}</Text>
      {path === null ? (
        <Text>{t('imports.allTaken')}</Text>
      ) : (
        <div>
          <Text>{t('imports.rejectedFile')}</Text>
          <Text className={classes.path}>{path}</Text>
          <Button
            mt={6}
            variant="default"
            onClick={openFolder}
            leftSection={<IconFolderOpen size={15} aria-hidden />}
            rightSection={<KeyHint keys="f" />}
          >
            {t('imports.openFolder')}
          </Button>
        </div>
      )}
      <div className={classes.actions}>
        <Button size="sm" onClick={onClose} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('imports.done')}
        </Button>
        {seesCustomers && (
          <Button size="sm" variant="default" renderRoot={(props) => <Link {...props} to="/customers" />}>
            {t('imports.toCustomers')}
          </Button>
        )}
        <span style={{ flex: 1 }} />
        <Button
          size="sm"
          variant="subtle"
          color="red"
          onClick={() => setUndoing(true)}
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
        >
          {t('imports.undo')}
        </Button>
      </div>
      {undoing && (
        <UndoImportDialog
          of="customers"
          batchId={report.batchId}
          file={file}
          count={report.imported}
          onClose={() => setUndoing(false)}
          onUndone={onClose}
        />
      )}
    </div>
  )
}
