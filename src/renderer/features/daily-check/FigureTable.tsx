import { Tooltip } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { figures, type Figure } from '#shared/domain/codes.ts'
import classes from './FigureTable.module.css'
import { percent, weightOf, type CheckSheet, type FigureCell } from './figures.ts'
import { placeOf, walkCells } from '../../ui/keys/walk-cells.ts'

interface FigureTableProps {
  readonly label: string
  readonly sheet: CheckSheet
  /** What the line of totals counts: the store or a team. Null leaves it out. */
  readonly totalName: string | null
  /** Where the keyboard is. */
  readonly cell: FigureCell | null
  /** Whether the lines of the cell are shown. */
  readonly opened: boolean
  readonly onMove: (cell: FigureCell) => void
  readonly onOpen: (cell: FigureCell) => void
}

/** Consultants × figures: arrows walk them, Enter opens the lines; each head says what its figure counts. */
export function FigureTable(props: FigureTableProps) {
  const { label, sheet, totalName, cell, opened, onMove, onOpen } = props
  const { t } = useTranslation()
  const people = sheet.consultants.map((each) => ({ ...each, id: each.staffId as string | null }))
  const total = totalName === null ? null : { ...sheet.store, id: null, name: totalName }
  const isCell = (staffId: string | null, figure: Figure) =>
    cell?.staffId === staffId && cell.figure === figure
  const known = people.some(({ id }) => id === cell?.staffId) || cell?.staffId === null

  const row = (each: (typeof people)[number] | NonNullable<typeof total>, index: number) => (
    <tr key={each.id ?? 'total'} className={each.id === null ? classes.total : classes.row}>
      <th scope="row" className={classes.person} title={each.name}>
        {each.name}
      </th>
      {figures.map((figure, column) => {
        const value = each.figures[figure]
        const here = isCell(each.id, figure)
        const weight = value === 0 ? 'zero' : weightOf[figure]
        return (
          <td
            key={figure}
            {...placeOf(index, column)}
            className={classes.cell}
            data-weight={weight}
            tabIndex={here || (!known && index === 0 && column === 0) ? 0 : -1}
            aria-selected={here && opened}
            onFocus={() => onMove({ staffId: each.id, figure })}
            onClick={() => onOpen({ staffId: each.id, figure })}
          >
            {weight === 'act' && (
              <IconAlertTriangleFilled
                size={11}
                className={classes.sign}
                aria-label={t('dailyCheck.toActOn')}
              />
            )}
            {value === 0 ? <span aria-label="0">·</span> : value}
          </td>
        )
      })}
      <td className={classes.share}>{percent(each.effectiveRate)}</td>
    </tr>
  )
  const size = { rows: people.length + (total ? 1 : 0), columns: figures.length }
  return (
    <div className={classes.box}>
      <table
        className={classes.table}
        role="grid"
        aria-label={label}
        onKeyDown={(event) => {
          if (cell && event.key === 'Enter' && (event.target as HTMLElement).dataset['row'] !== '-1') {
            event.preventDefault()
            onOpen(cell)
          } else walkCells(event, size)
        }}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.head}>
              {t('dailyCheck.consultant')}
            </th>
            {figures.map((figure, column) => (
              <Definition key={figure} of={figure} column={column} />
            ))}
            <Definition of="effectiveRate" />
          </tr>
        </thead>
        <tbody>
          {people.map(row)}
          {total && row(total, people.length)}
        </tbody>
      </table>
    </div>
  )
}

/** The head of a column; hover or focus says what it counts. */
function Definition({ of, column }: { readonly of: Figure | 'effectiveRate'; readonly column?: number }) {
  const { t } = useTranslation()
  const name = of === 'effectiveRate' ? t('dailyCheck.effectiveRate') : t(`codes.figure.${of}`)
  return (
    <Tooltip label={t(`dailyCheck.definition.${of}`)} multiline maw={280} position="bottom">
      <th
        scope="col"
        className={classes.head}
        tabIndex={-1}
        {...(column === undefined ? {} : placeOf(-1, column))}
      >
        {name}
      </th>
    </Tooltip>
  )
}
