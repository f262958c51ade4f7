import { useTranslation } from 'react-i18next'
import type { OpportunityStatus, StaffStatus, ViolationStatus } from '#shared/domain/codes.ts'
import classes from './StatusBadge.module.css'
import type { Tone } from './tone.ts'

const opportunityTone: Readonly<Record<OpportunityStatus, Tone>> = {
  open: 'info',
  lost_waiting: 'warn',
  lost: 'quiet',
  ordered: 'ok',
  delivered: 'ok',
}
const violationTone: Readonly<Record<ViolationStatus, Tone>> = {
  raised: 'warn',
  confirmed: 'danger',
  waived: 'quiet',
  objected: 'warn',
  approved: 'danger',
  reversed: 'quiet',
}
const staffTone: Readonly<Record<StaffStatus, Tone>> = { active: 'ok', suspended: 'warn', resigned: 'quiet' }

/** A word in an outline, in the colour of its tone: for a state that no vocabulary names. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  )
}

type StatusBadgeProps =
  | { readonly opportunity: OpportunityStatus }
  | { readonly violation: ViolationStatus }
  | { readonly staff: StaffStatus }

/** Where something stands, in words and with its tone: an opportunity, a violation or a member of staff. */
export function StatusBadge(props: StatusBadgeProps) {
  const { t } = useTranslation()
  if ('opportunity' in props) {
    return (
      <Tag tone={opportunityTone[props.opportunity]}>{t(`codes.opportunityStatus.${props.opportunity}`)}</Tag>
    )
  }
  if ('violation' in props)
    return <Tag tone={violationTone[props.violation]}>{t(`codes.violationStatus.${props.violation}`)}</Tag>
  return <Tag tone={staffTone[props.staff]}>{t(`codes.staffStatus.${props.staff}`)}</Tag>
}
