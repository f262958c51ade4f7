import { Alert, Button, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import {
  assignColumn,
  withHeaderRow,
  withProfile,
  withSheet,
  type ImportDraft,
  type Preview,
} from './import-state.ts'
import classes from './Imports.module.css'
import { MappingTable } from './MappingTable.tsx'
import { WizardFoot } from './WizardFoot.tsx'

interface ColumnsStepProps {
  readonly draft: ImportDraft
  readonly preview: Preview
  readonly busy: boolean
  readonly onChange: (draft: ImportDraft) => void
}

/** Which sheet, which row holds the headings, and what each column means: proposed, all of it can be changed. */
export function ColumnsStep({ draft, preview, busy, onChange }: ColumnsStepProps) {
  const { t } = useTranslation()
  const profiles = useQuery('imports.profiles')
  const mapping = draft.mapping ?? preview.mapping
  const complete = mapping.name !== undefined && mapping.mobile !== undefined
  const next = () => onChange({ ...draft, step: 'problems' })
  useShortcuts(t('imports.title'), [
    { keys: 'mod+Enter', label: t('imports.toProblems'), run: next, inFields: true, when: !busy },
  ])
  const way = draft.mapping ? t('imports.own') : t('imports.proposed')
  return (
    <>
      <div className={classes.source}>
        {preview.sheets.length > 0 && (
          <Select
            label={t('imports.sheet')}
            value={draft.sheet ?? preview.sheet}
            onChange={(sheet) => sheet !== null && onChange(withSheet(draft, sheet))}
            data={[...preview.sheets]}
            allowDeselect={false}
            w={170}
          />
        )}
        <HeaderRow
          key={draft.headerRow ?? preview.headerRow}
          value={draft.headerRow ?? preview.headerRow}
          onChange={(row) => onChange(withHeaderRow(draft, row))}
        />
        <Select
          label={t('imports.profile')}
          value={draft.profile}
          placeholder={way}
          onChange={(profile) => onChange(withProfile(draft, profile))}
          data={(profiles.data?.rows ?? []).map(({ name }) => name)}
          disabled={profiles.data?.rows.length === 0}
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          w={200}
        />
        <div className={classes.found} aria-live="polite">
          <Text fw={700}>{t('imports.rowsFound', { rows: preview.rowCount })}</Text>
          <Text size="xs" c="dimmed">
            {t('imports.rowsLeftOut', { blank: preview.blankRows, total: preview.totalRows })}
          </Text>
          <Text size="xs" c="dimmed">
            {preview.encoding && `${preview.encoding.toUpperCase()} · `}
            {t('imports.fieldsFound', { count: Object.keys(mapping).length })}
            {mapping.history !== undefined && ` · ${t('imports.historyLines', preview.historyLines)}`}
          </Text>
        </div>
      </div>
      <MappingTable
        columns={preview.columns}
        mapping={mapping}
        busy={busy}
        onAssign={(column, field) => onChange({ ...draft, mapping: assignColumn(mapping, column, field) })}
      />
      {!complete && !busy && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={16} aria-hidden />} p="sm">
          {t('imports.nameMissing')}
        </Alert>
      )}
      <WizardFoot
        summary={
          <TextInput
            aria-label={t('imports.profileName')}
            value={draft.saveProfile}
            onChange={(event) => onChange({ ...draft, saveProfile: event.currentTarget.value })}
            placeholder={`${t('imports.saveProfile')} · ${t('imports.profileNameHint')}`}
            maxLength={100}
            w={440}
          />
        }
      >
        <Button size="sm" onClick={next} disabled={busy} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('imports.toProblems')}
        </Button>
      </WizardFoot>
    </>
  )
}

/** Takes a number once it is finished, so that 12 is not read as 1 first. */
function HeaderRow({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (row: number) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | string>(value)
  const take = (next: number | string) => {
    const row = Number(next)
    if (Number.isInteger(row) && row >= 1 && row !== value) onChange(row)
    else setTyped(value)
  }
  return (
    <NumberInput
      label={t('imports.headerRow')}
      value={typed}
      onChange={setTyped}
      onBlur={() => take(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(typed)
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step !== 0) take(Number(typed) + step)
      }}
      min={1}
      max={100_000}
      allowDecimal={false}
      hideControls
      w={90}
    />
  )
}
