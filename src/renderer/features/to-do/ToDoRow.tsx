import { memo } from 'react'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { useTexts } from '../../ui/words/i18n.ts'
import { Phone } from '../../ui/marks/Phone.tsx'
import { ProtectionBar } from '../../ui/marks/ProtectionBar.tsx'
import { KindIcon } from './KindIcon.tsx'
import type { Line } from './lines.ts'
import classes from './ToDoRow.module.css'
import { useLineWords } from './use-line-words.ts'

/** One line of the to-do list: kind, grade, who, what car, when, what was said, phone, protection. */
export const ToDoRow = memo(function ToDoRow({ line }: { readonly line: Line }) {
  const { t } = useTexts()
  const words = useLineWords()
  return (
    <div className={classes.row}>
      <KindIcon kind={line.kind} />
      <GradeBadge grade={line.grade} />
      <span className={classes.name}>{line.customerName ?? t('common.unknown')}</span>
      <span className={classes.model}>{line.model}</span>
      <span className={classes.due}>
        <Due line={line} />
      </span>
      <span className={classes.words}>{words(line)}</span>
      <span className={classes.phone}>
        <Phone phone={line.phone} icon />
      </span>
      <span className={classes.protection}>
        <ProtectionBar daysLeft={line.daysLeft} thinIce={line.thinIce} withDays={line.thinIce} />
      </span>
    </div>
  )
})

function Due({ line }: { readonly line: Line }) {
  const { t } = useTexts()
  if (line.kind === 'out_of_step') return <DueDate on={line.expectedPurchaseDate} brief />
  if (line.kind === 'expired')
    return <span className={classes.overdue}>{t('toDo.overdueBy', { days: line.daysOverdue })}</span>
  // The icon at the head of the line says overdue already.
  if (line.daysOverdue > 0)
    return <span className={classes.overdue}>{t('ui.daysOverdue', { days: line.daysOverdue })}</span>
  return (
    <>
      {line.time && <strong className={classes.time}>{line.time}</strong>}
      {!line.time && <DueDate on={line.on} brief />}
    </>
  )
}
