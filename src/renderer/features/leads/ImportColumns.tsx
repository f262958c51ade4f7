import { Alert, NumberInput, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leadImportFields } from '#shared/contract/lead-imports.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { assignColumn, fieldOfColumn, readField, type ImportDraft, type LeadPreview } from './import-draft.ts'
import classes from './Leads.module.css'

interface ImportColumnsProps {
  readonly draft: ImportDraft
  readonly preview: LeadPreview
  readonly busy: boolean
  readonly onChange: (draft: ImportDraft) => void
}

/** What each column means, proposed and to be changed; then the rows that would come back. */
export function ImportColumns({ draft, preview, busy, onChange }: ImportColumnsProps) {
  const { t } = useTranslation()
  const mapping = draft.mapping ?? preview.mapping
  const words = (field: (typeof leadImportFields)[number]) =>
    field === 'assignee' ? t('leads.import.assignee') : t(`leads.${field}`)
  const read = (headerRow: number | string) => {
    const row = Number(headerRow)
    if (Number.isInteger(row) && row >= 1) onChange({ ...draft, headerRow: row, mapping: null })
  }
  return (
    <>
      <div className={classes.foot} style={{ justifyContent: 'flex-start' }}>
        {preview.sheets.length > 1 && (
          <Select
            label={t('leads.import.sheet')}
            value={draft.sheet ?? preview.sheet}
            onChange={(sheet) =>
              sheet !== null && onChange({ ...draft, sheet, headerRow: null, mapping: null })
            }
            data={[...preview.sheets]}
            allowDeselect={false}
            w={170}
          />
        )}
        <NumberInput
          label={t('leads.import.headerRow')}
          value={draft.headerRow ?? preview.headerRow}
          onChange={read}
          min={1}
          max={100_000}
          allowDecimal={false}
          w={90}
        />
        <div aria-live="polite">
          <Text fw={700}>{t('leads.import.rows', { rows: preview.rowCount, clean: preview.cleanRows })}</Text>
          <Text size="xs" c="dimmed">
            {t('leads.import.leftOut', { blank: preview.blankRows, total: preview.totalRows })}
            {preview.knownRows > 0 && ` · ${t('leads.import.known', { count: preview.knownRows })}`}
          </Text>
        </div>
      </div>
      <div className={classes.beside}>
        <div className={classes.scroll}>
          <table className={classes.mapping} aria-label={t('leads.import.columns')}>
            <thead>
              <tr>
                <th scope="col">{t('leads.import.column')}</th>
                <th scope="col">{t('leads.import.means')}</th>
                <th scope="col">{t('leads.import.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.columns.map(({ index, header, samples }) => (
                <tr key={index}>
                  <td>{header || `${index + 1}`}</td>
                  <td>
                    <Select
                      aria-label={`${t('leads.import.means')} ${header}`}
                      placeholder={t('leads.import.ignored')}
                      value={fieldOfColumn(mapping, index)}
                      onChange={(value) =>
                        onChange({ ...draft, mapping: assignColumn(mapping, index, readField(value)) })
                      }
                      data={leadImportFields.map((value) => ({ value, label: words(value) }))}
                      disabled={busy}
                      clearable
                      clearButtonProps={{ 'aria-label': t('ui.clear') }}
                      size="xs"
                      w={150}
                    />
                  </td>
                  <td className={classes.quiet}>{samples.join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {mapping.phone === undefined && !busy && (
            <Alert color="orange" variant="light" p="xs">
              {t('leads.import.phoneMissing')}
            </Alert>
          )}
        </div>
        <Problems preview={preview} fieldWord={words} />
      </div>
    </>
  )
}

type Problem = LeadPreview['problems'][number]

interface ProblemsProps {
  readonly preview: LeadPreview
  readonly fieldWord: (field: Problem['field']) => string
}

/** The rows that would come back, as the spreadsheet numbers them. */
function Problems({ preview, fieldWord }: ProblemsProps) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<string | null>(null)
  if (preview.problems.length === 0) return <Text>{t('leads.import.noProblems')}</Text>
  const keyOf = ({ row, field, kind }: Problem) => `${row} ${field} ${kind}`
  const columns: readonly Column<Problem>[] = [
    { key: 'row', header: t('leads.import.row'), width: '64px', align: 'right', render: ({ row }) => row },
    {
      key: 'field',
      header: t('leads.import.field'),
      width: '110px',
      render: ({ field }) => fieldWord(field),
    },
    {
      key: 'problem',
      header: t('leads.import.problem'),
      width: 'minmax(120px, 1fr)',
      render: ({ kind }) => t(`codes.problemKind.${kind}`),
    },
    {
      key: 'value',
      header: t('leads.import.value'),
      width: 'minmax(120px, 1fr)',
      render: ({ value }) => value || <span className={classes.quiet}>{t('leads.import.blank')}</span>,
    },
  ]
  return (
    <section className={classes.list}>
      <Text fw={700}>
        {t('leads.import.problems')} {new Set(preview.problems.map(({ row }) => row)).size}
      </Text>
      <Text size="xs" c="dimmed">
        {t('leads.import.problemHint')}
      </Text>
      <DataTable
        label={t('leads.import.problems')}
        columns={columns}
        items={preview.problems}
        keyOf={keyOf}
        selectedKey={selected}
        onSelect={(each) => setSelected(keyOf(each))}
      />
    </section>
  )
}
