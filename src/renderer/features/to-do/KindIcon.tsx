import {
  IconAlertTriangleFilled,
  IconClockHour3,
  IconHourglassEmpty,
  IconHourglassHigh,
  IconMessageReport,
  IconPhone,
  IconScaleOutline,
  IconUserQuestion,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ToDoKind } from '#shared/domain/codes.ts'
import { useTexts } from '../../ui/words/i18n.ts'
import classes from './ToDoRow.module.css'

const icons: Readonly<Record<ToDoKind, TablerIcon>> = {
  overdue_plan: IconAlertTriangleFilled,
  appointment: IconClockHour3,
  plan: IconPhone,
  instruction: IconMessageReport,
  expiring: IconHourglassHigh,
  expired: IconHourglassEmpty,
  uncarded_visit: IconUserQuestion,
  out_of_step: IconScaleOutline,
  lead: IconUserPlus,
}

/** What kind of line it is: an icon, and the word for those who do not see it. */
export function KindIcon({ kind }: { readonly kind: ToDoKind }) {
  const { t } = useTexts()
  const Icon = icons[kind]
  return (
    <span className={classes.icon} data-kind={kind} title={t(`codes.toDoKind.${kind}`)}>
      <Icon size={15} stroke={1.7} role="img" aria-label={t(`codes.toDoKind.${kind}`)} />
    </span>
  )
}
