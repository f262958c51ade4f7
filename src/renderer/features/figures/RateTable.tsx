import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showroomFigures, type ShowroomFigure } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import { placeOf, walkCells } from '../../ui/keys/walk-cells.ts'
import classes from './Figures.module.css'

type Sheet = CallOutput<'figures.showroom'>
type Value = Sheet['total'][ShowroomFigure]

/** Lines of the table that are no person's: what all of them have together, and what nobody received. */
export const everybody = 'everybody'
export const nobody = 'nobody'

/** Where the keyboard is: a figure of somebody, of all of them, or of nobody. */
export interface RateCell {
  /** An id, `everybody` or `nobody`. */
  readonly who: string
  readonly figure: ShowroomFigure
}

interface RateTableProps {
  readonly sheet: Sheet
  /** What the last line counts: the store, a team. Null leaves it out. */
  readonly totalName: string | null
  readonly cell: RateCell
  readonly onMove: (cell: RateCell) => void
}

/** Consultants × rates (section 14): arrows walk them, the records of the one in hand stand beside; each head says what its figure counts. */
export function RateTable({ sheet, totalName, cell, onMove }: RateTableProps) {
  const { t } = useTranslation()
  const rows = [
    ...sheet.rows.map(({ staffId, name, figures }) => ({
      who: staffId ?? nobody,
      name: staffId === null ? t('figures.nobody') : (name ?? ''),
      figures,
      tone: classes.row,
    })),
    ...(totalName === null
      ? []
      : [{ who: everybody, name: totalName, figures: sheet.total, tone: classes.total }]),
  ]
  return (
    <div className={classes.box}>
      <table
        className={classes.table}
        role="grid"
        aria-label={t('figures.table')}
        onKeyDown={(event) => walkCells(event, { rows: rows.length, columns: showroomFigures.length })}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.head}>
              {t('figures.consultant')}
            </th>
            {showroomFigures.map((figure, column) => (
              <Tooltip
                key={figure}
                label={t(`figures.definition.${figure}`)}
                multiline
                maw={300}
                position="bottom"
              >
                <th scope="col" className={classes.head} tabIndex={-1} {...placeOf(-1, column)}>
                  {t(`figures.name.${figure}`)}
                </th>
              </Tooltip>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.who} className={row.tone}>
              <th scope="row" className={classes.person} title={row.name}>
                {row.name}
              </th>
              {showroomFigures.map((figure, column) => {
                const isHere = cell.who === row.who && cell.figure === figure
                const go = () => onMove({ who: row.who, figure })
                return (
                  <td
                    key={figure}
                    {...placeOf(index, column)}
                    className={classes.cell}
                    tabIndex={isHere ? 0 : -1}
                    aria-selected={isHere}
                    onFocus={go}
                    onClick={go}
                  >
                    <Rate value={row.figures[figure]} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 60 % with the cases behind it: a rate of two cases is no rate to judge by. */
function Rate({ value: { numerator, denominator, rate } }: { readonly value: Value }) {
  if (rate === null) return <span className={classes.none}>—</span>
  return (
    <>
      <strong>{Math.round(rate * 100)}%</strong>
      <span className={classes.cases}>
        {numerator}/{denominator}
      </span>
    </>
  )
}
