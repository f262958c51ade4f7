import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { importFields, type ColumnMapping, type ImportField } from '#shared/contract/imports.ts'
import { fieldOfColumn, type Preview } from './import-state.ts'
import classes from './Imports.module.css'

interface MappingTableProps {
  readonly columns: Preview['columns']
  readonly mapping: ColumnMapping
  readonly busy: boolean
  readonly onAssign: (column: number, field: ImportField | null) => void
}

const letters = 26
/** The name a spreadsheet gives a column: A … Z, AA … */
const columnName = (index: number): string =>
  (index >= letters ? columnName(Math.floor(index / letters) - 1) : '') +
  String.fromCharCode('A'.charCodeAt(0) + (index % letters))

const isField = (text: string): text is ImportField => (importFields as readonly string[]).includes(text)

/** Each column of the file with what stands in it, and the field it becomes. */
export function MappingTable({ columns, mapping, busy, onAssign }: MappingTableProps) {
  const { t } = useTranslation()
  const options = [
    { value: '', label: t('imports.notImported') },
    ...importFields.map((value) => ({ value, label: t(`codes.field.${value}`) })),
  ]
  return (
    <div className={classes.scroll} aria-busy={busy} tabIndex={-1}>
      <table className={classes.table} aria-label={t('imports.columns')}>
        <thead>
          <tr>
            <th scope="col" style={{ width: 76 }}>
              {t('imports.column')}
            </th>
            <th scope="col" style={{ width: '22%' }}>
              {t('imports.header')}
            </th>
            <th scope="col" style={{ width: 230 }}>
              {t('imports.meaning')}
            </th>
            <th scope="col">{t('imports.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, header, samples }) => {
            const field = fieldOfColumn(mapping, index)
            const name = header || t('imports.noHeader')
            return (
              <tr key={index} data-unused={field === null || undefined}>
                <td className={classes.quiet}>{columnName(index)}</td>
                <th scope="row" title={name}>
                  {name}
                </th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('imports.meaningOf', { header: name })}
                    value={field ?? ''}
                    data={options}
                    onChange={(event) => {
                      const { value } = event.currentTarget
                      onAssign(index, isField(value) ? value : null)
                    }}
                  />
                </td>
                <td className={classes.quiet} title={samples.join('\n')}>
                  {samples.join(' · ')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
