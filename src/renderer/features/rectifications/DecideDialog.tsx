import { Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { Suspension } from './report.ts'

interface DecideDialogProps {
  readonly suspension: Suspension
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}
const decisions = ['suspend', 'lower'] as const
type Decision = (typeof decisions)[number]

/** The director suspends on dates, or lowers it to the report with a reason. */
export function DecideDialog({ suspension, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const command = useCommand('suspensions.decide')
  const errors = useFieldErrors(command.failure)
  const [decision, setDecision] = useState<Decision>('suspend')
  const [from, setFrom] = useState<BusinessDate | null>(null)
  const [until, setUntil] = useState<BusinessDate | null>(null)
  const [note, setNote] = useState('')
  const { suspensionId, staffName: name } = suspension
  const suspends = decision === 'suspend'
  const confirm = async () => {
    const done = await command.run({
      suspensionId,
      decision,
      ...(suspends && from ? { from } : {}),
      ...(suspends && until ? { until } : {}),
      ...(note.trim() ? { note } : {}),
    })
    if (!done.ok) return
    onDone(
      suspends && from && until
        ? t('rectifications.suspended', {
            name,
            from: dates.withWeekday(from),
            until: dates.withWeekday(until),
          })
        : t('rectifications.lowered', { name }),
    )
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('rectifications.decideTitle', { name })}
      confirmLabel={t('rectifications.decide')}
      onConfirm={() => void confirm()}
      pending={command.pending}
      failure={command.failure}
    >
      <Stack gap="sm">
        <Radio.Group
          aria-label={t('rectifications.decision')}
          value={decision}
          onChange={(value) => setDecision(decisions.find((each) => each === value) ?? 'suspend')}
        >
          <Group gap="lg">
            {decisions.map((each, index) => (
              <Radio
                key={each}
                value={each}
                label={t(`rectifications.${each}`)}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Group>
        </Radio.Group>
        <Text c="dimmed">{t(suspends ? 'rectifications.suspendHint' : 'rectifications.lowerHint')}</Text>
        {suspends && (
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <DateField
              id="suspension-from"
              label={t('rectifications.from')}
              value={from}
              onChange={setFrom}
              min={today}
              error={errors('from')}
              required
            />
            <DateField
              id="suspension-until"
              label={t('rectifications.until')}
              value={until}
              onChange={setUntil}
              min={from ?? today}
              error={errors('until')}
              required
            />
          </Group>
        )}
        <Textarea
          id="suspension-note"
          label={t(suspends ? 'rectifications.noteOptional' : 'rectifications.lowerNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errors('note')}
          required={!suspends}
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}
