import { Progress, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedList } from '#shared/contract/exports.ts'
import type { CallInput } from '../../api/calls.ts'
import { desktop, useProgress } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../choice/ChoiceGroup.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { tellSaved } from '../paper/notices.tsx'
import { useFieldErrors } from '../fields/use-field-errors.ts'
import type { FilterOfList } from './list-filter.ts'
import { useListName } from './use-list-name.ts'

interface ExportDialogProps<L extends ExportedList> {
  readonly list: L
  readonly filter: FilterOfList<L> | undefined
  readonly total: number | null
  readonly onClose: () => void
}

const forms = ['xlsx', 'csv'] as const
type Form = (typeof forms)[number]

/** Asks for the form and the reason, then for the place; main writes the file and leaves the trace. */
export function ExportDialog<L extends ExportedList>({ list, filter, total, onClose }: ExportDialogProps<L>) {
  const { t } = useTranslation()
  const today = useToday()
  const command = useCommand('exports.list')
  const errors = useFieldErrors(command.failure)
  const [form, setForm] = useState<Form>('xlsx')
  const [reason, setReason] = useState('')
  const name = useListName(list)
  const save = async () => {
    if (reason.trim() === '' || command.pending) return
    const suggestedName = `${t('exports.fileName', { list: name, on: today })}.${form}`
    const path = await desktop.call('saveFile', { suggestedName, kind: 'ledger' })
    if (path === null) return
    // Every filter of a screen is made of texts and yes or no, which is what the call takes.
    const asked = { list, filter: filter ?? {}, path, reason } as CallInput<'exports.list'>
    const done = await command.run(asked)
    if (!done.ok) return
    tellSaved(done.value.path)
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('exports.of', { list: name })}
      confirmLabel={t('exports.choosePlace')}
      onConfirm={() => void save()}
      pending={command.pending}
      failure={command.failure}
      disabled={reason.trim() === ''}
    >
      <Stack gap="sm">
        {total !== null && <Text size="sm">{t('exports.rows', { rows: total })}</Text>}
        <TextInput
          label={t('exports.reason')}
          placeholder={t('exports.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          maxLength={200}
          required
          data-autofocus
        />
        <ChoiceGroup
          label={t('exports.format')}
          choices={forms.map((value) => ({ value, label: t(`exports.${value}`) }))}
          value={form}
          onChange={setForm}
          columns={2}
        />
        <Text size="xs" c="dimmed">
          {t('exports.hint')}
        </Text>
        {command.pending && <Writing total={total} />}
      </Stack>
    </ConfirmDialog>
  )
}

/** How far the file has come. */
function Writing({ total }: { readonly total: number | null }) {
  const { t } = useTranslation()
  const progress = useProgress('exports.list')
  const done = progress?.done ?? 0
  const all = progress?.total ?? total ?? 0
  return (
    <div role="status">
      <Progress value={all > 0 ? (done / all) * 100 : 0} aria-label={t('exports.writing')} />
      <Text size="xs" c="dimmed">
        {t('exports.progress', { done, total: all })}
      </Text>
    </div>
  )
}
