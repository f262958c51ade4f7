import { Button, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Rectifications.module.css'
import type { Report } from './report.ts'

interface Draft {
  readonly cause: string
  readonly measures: string
  readonly deadlineOn: string | null
}

/** Cause, measures and deadline, in the person's own words; a draft stays until it is handed in. */
export function ReportForm({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const today = useToday()
  const { rectificationId, version } = report
  const write = useCommand('rectifications.write')
  const errors = useFieldErrors(write.failure)
  const [draft, setDraft, clearDraft] = useSessionStorage<Draft>({
    key: `showroom.rectification.${rectificationId}`,
    defaultValue: {
      cause: report.cause ?? '',
      measures: report.measures ?? '',
      deadlineOn: report.deadlineOn,
    },
    getInitialValueInEffect: false,
  })
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }))
  const deadlineOn = parseBusinessDate(draft.deadlineOn ?? '') ?? null
  const save = async () => {
    const { cause, measures } = draft
    const done = await write.run({
      rectificationId,
      version,
      cause,
      measures,
      deadlineOn: draft.deadlineOn ?? '',
    })
    if (!done.ok) return
    clearDraft()
    toast(
      report.managerName
        ? t('rectifications.written', { manager: report.managerName })
        : t('rectifications.writtenPlain'),
    )
  }
  useShortcuts(t('rectifications.details'), [
    {
      keys: 'mod+Enter',
      label: t('rectifications.write'),
      run: () => void save(),
      inFields: true,
      when: !write.pending,
    },
  ])
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Textarea
        id="rectification-cause"
        label={t('rectifications.cause')}
        placeholder={t('rectifications.causeHint')}
        value={draft.cause}
        onChange={(event) => set({ cause: event.currentTarget.value })}
        error={errors('cause')}
        required
        autosize
        minRows={3}
        maxRows={10}
      />
      <Textarea
        id="rectification-measures"
        label={t('rectifications.measures')}
        placeholder={t('rectifications.measuresHint')}
        value={draft.measures}
        onChange={(event) => set({ measures: event.currentTarget.value })}
        error={errors('measures')}
        required
        autosize
        minRows={3}
        maxRows={10}
      />
      <DateField
        id="rectification-deadline"
        label={t('rectifications.deadlineOn')}
        value={deadlineOn}
        onChange={(date) => set({ deadlineOn: date })}
        min={today}
        error={errors('deadlineOn')}
        required
        w={220}
      />
      <FailureAlert failure={write.failure} />
      <div className={classes.foot}>
        <span className={classes.quiet}>{t('rectifications.draftKept')}</span>
        <span className={classes.gap} />
        <Button type="submit" loading={write.pending} rightSection={<KeyHint keys="mod+Enter" />}>
          {t(report.status === 'returned' ? 'rectifications.writeAgain' : 'rectifications.write')}
        </Button>
      </div>
    </form>
  )
}
