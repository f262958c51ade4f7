import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../api/use-session.ts'
import { PaperSheet } from '../../ui/paper/PaperSheet.tsx'
import { placeOf, walkCells } from '../../ui/keys/walk-cells.ts'
import { CustomerLink } from './CustomerLink.tsx'
import type { ProgressMark, ProgressRow, ProgressSheet } from './form.ts'
import classes from './FormPaper.module.css'
import { FormTitleRow } from './FormTitle.tsx'
import { useFormWords } from './use-form-words.ts'

/** What can be done in a cell of the grid. */
export interface CellActs {
  readonly onExecute: (row: ProgressRow) => void
  readonly onMove: (row: ProgressRow, planId: string, on: string) => void
  readonly onOpen: (row: ProgressRow) => void
}

const heads = ['customer', 'phone', 'model', 'first', 'grade', 'openedOn'] as const
const widths = ['7%', '8.2%', '7.6%', '2.8%', '2.8%', '5.2%']

/** 潜在顾客等级推进表 in the shape of the paper form: one row an opportunity, one column a day. */
export function ProgressPaper({ sheet, acts }: { readonly sheet: ProgressSheet; readonly acts?: CellActs }) {
  const { t } = useTranslation()
  const { rows, days } = sheet
  const columns = heads.length + days.length
  const cellFrom = (event: KeyboardEvent | React.MouseEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    const row = rows[Number(cell?.dataset['row'])]
    const day = days[Number(cell?.dataset['column']) - 1]
    return row ? { row, on: day?.on } : null
  }
  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || !acts) return
    const at = cellFrom(event)
    const key = event.key.toLowerCase()
    if (!at || !['enter', 'm', 'o'].includes(key)) {
      walkCells(event, { rows: rows.length, columns: days.length + 1 })
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (key === 'o') acts.onOpen(at.row)
    else if (key === 'enter') acts.onExecute(at.row)
    else {
      const marks = at.row.cells.find(({ on }) => on === at.on)?.marks ?? []
      const plan = marks.find(({ movable }) => movable)
      if (plan?.planId && at.on) acts.onMove(at.row, plan.planId, at.on)
    }
  }
  return (
    <PaperSheet shape="landscape" className={`${classes.sheet} ${classes.landscape} ${classes.progress}`}>
      <table
        {...(acts ? { role: 'grid', 'aria-label': t('forms.paperTitle.progress_sheet') } : {})}
        onKeyDown={onKey}
        onDoubleClick={(event) => {
          const at = cellFrom(event)
          if (at) acts?.onExecute(at.row)
        }}
      >
        <Columns days={days} />
        <thead>
          <FormTitleRow
            columns={columns}
            title={t('forms.paperTitle.progress_sheet')}
            left={`${sheet.storeName}　${t('forms.consultantIs', { name: sheet.staffName ?? t('forms.everybody') })}`}
            right={t('forms.monthIs', { month: sheet.month })}
          />
          <HeadRow days={days} />
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Row key={row.opportunityId} row={row} place={place} sheet={sheet} walks={acts !== undefined} />
          ))}
        </tbody>
        <Tail sheet={sheet} columns={columns} />
      </table>
    </PaperSheet>
  )
}

function HeadRow({ days }: Pick<ProgressSheet, 'days'>) {
  const { t } = useTranslation()
  const today = useToday()
  const weekdays = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 } as const
  const nameOf = (weekday: number) => {
    const name = t(`codes.weekday.${weekdays[weekday as keyof typeof weekdays]}`)
    // 周一 → 一, Mon → Mo: a column is as wide as two signs.
    return name > '\u2e7f' ? name.slice(-1) : name.slice(0, 2)
  }
  return (
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col">
          {t(`forms.progress.${head}`)}
        </th>
      ))}
      {days.map(({ on, weekday, kind }) => (
        <th
          key={on}
          scope="col"
          data-day
          data-kind={kind}
          data-today={on === today || undefined}
          title={kind === 'open' ? undefined : t(`forms.dayKind.${kind}`)}
        >
          {Number(on.slice(8))}
          <span className={classes.weekday}>{nameOf(weekday)}</span>
        </th>
      ))}
    </tr>
  )
}

interface RowProps {
  readonly row: ProgressRow
  readonly place: number
  readonly sheet: ProgressSheet
  readonly walks: boolean
}

function Row({ row, place, sheet, walks }: RowProps) {
  const { t } = useTranslation()
  const words = useFormWords()
  const marks = new Map(row.cells.map((cell) => [cell.on, cell.marks]))
  const walk = (column: number, label: string) =>
    walks
      ? {
          ...placeOf(place, column),
          role: 'gridcell',
          tabIndex: place === 0 && column === 0 ? 0 : -1,
          'aria-label': label,
        }
      : {}
  return (
    <tr data-line data-ended={row.status !== 'open' || undefined}>
      <td {...walk(0, row.name)} title={row.ownerName ?? undefined}>
        <CustomerLink customerId={walks ? row.customerId : null} name={row.name} quiet />
        {sheet.staffId === null && <div className={classes.quiet}>{row.ownerName}</div>}
      </td>
      <td>{row.phone}</td>
      <td>{row.model}</td>
      <td className={classes.middle}>{row.firstGrade}</td>
      <td className={classes.middle}>
        <strong>{row.grade}</strong>
      </td>
      <td className={classes.middle}>{row.openedOn.slice(2)}</td>
      {sheet.days.map(({ on, kind }, column) => {
        const here = marks.get(on) ?? []
        const name = { name: row.name, on: on.slice(5) }
        const label =
          here.length === 0
            ? t('forms.progress.cellEmpty', name)
            : t('forms.progress.cell', { ...name, marks: words.join(here.map(words.markName)) })
        return (
          <td key={on} data-day data-kind={kind} {...walk(column + 1, label)}>
            {here.map((mark, index) => (
              <Mark key={index} mark={mark} />
            ))}
          </td>
        )
      })}
    </tr>
  )
}

function Mark({ mark }: { readonly mark: ProgressMark }) {
  const words = useFormWords()
  const glyph = words.glyph(mark)
  return (
    <span
      data-mark={mark.kind}
      data-missed={(mark.kind === 'plan' && !mark.full) || undefined}
      data-word={glyph.length > 2 || undefined}
    >
      {glyph}
    </span>
  )
}

function Columns({ days }: Pick<ProgressSheet, 'days'>) {
  return (
    <colgroup>
      {widths.map((width, place) => (
        <col key={heads[place]} style={{ width }} />
      ))}
      {days.map(({ on }) => (
        <col key={on} />
      ))}
    </colgroup>
  )
}

/** Sums of each day, totals and legend: one row, so that a page never begins with half of it. */
function Tail({ sheet, columns }: { readonly sheet: ProgressSheet; readonly columns: number }) {
  const { t } = useTranslation()
  const { days, totals, leftOut } = sheet
  const row = (label: string, of: (day: ProgressSheet['days'][number]) => number) => (
    <tr className={classes.counts}>
      <th scope="row" colSpan={heads.length}>
        {label}
      </th>
      {days.map((day) => (
        <td key={day.on} data-day data-kind={day.kind}>
          {of(day) || ''}
        </td>
      ))}
    </tr>
  )
  return (
    <tbody>
      <tr>
        <td colSpan={columns} className={classes.tail}>
          <table>
            <Columns days={days} />
            <tbody>
              {row(t('forms.progress.ofDay'), ({ plans }) => plans)}
              {row(t('forms.progress.contactsOfDay'), ({ contacts }) => contacts)}
            </tbody>
          </table>
          <p>
            <strong>{t('forms.progress.foot', totals)}</strong>
          </p>
          <p className={classes.legend}>
            {t('forms.progress.legend')}　{t('forms.progress.leftOut', { grade: leftOut })}
          </p>
        </td>
      </tr>
    </tbody>
  )
}
