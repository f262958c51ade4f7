import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProgress } from '../../api/desktop.ts'
import type { Command } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { AssignDraft } from '../../ui/leads/assign-draft.ts'
import { AssignFields } from '../../ui/leads/AssignFields.tsx'
import classes from './Leads.module.css'

interface ImportFootProps {
  readonly assign: AssignDraft
  readonly onAssign: (assign: AssignDraft) => void
  /** How many can be taken; null while the file is read again. */
  readonly rows: number | null
  readonly run: Command<'leads.import'>
  readonly onRun: () => void
  readonly disabled: boolean
}

const ways = ['rotation', 'hand', 'later'] as const

/** Below the columns: to whom they go, and the act itself. */
export function ImportFoot({ assign, onAssign, rows, run, onRun, disabled }: ImportFootProps) {
  const { t } = useTranslation()
  const errors = useFieldErrors(run.failure)
  const progress = useProgress('leads.import')
  const isReady = rows !== null && rows > 0 && !disabled && !run.pending
  useShortcuts(t('leads.tab.import'), [
    {
      keys: 'mod+Enter',
      label: t('leads.import.run', { count: rows ?? 0 }),
      run: onRun,
      inFields: true,
      when: isReady,
    },
  ])
  return (
    <div className={classes.bottom}>
      <FailureAlert failure={run.failure} />
      {run.pending && (
        <Progress
          value={progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 100}
          animated
          aria-label={t('leads.import.running')}
        />
      )}
      <div className={classes.foot}>
        <AssignFields ways={ways} draft={assign} onChange={onAssign} errors={errors} />
        <Button
          size="sm"
          onClick={onRun}
          loading={run.pending}
          disabled={!isReady}
          rightSection={<KeyHint keys="mod+Enter" />}
        >
          {rows === 0 ? t('leads.import.nothing') : t('leads.import.run', { count: rows ?? 0 })}
        </Button>
      </div>
    </div>
  )
}
