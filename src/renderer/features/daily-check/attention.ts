import { linkOptions } from '@tanstack/react-router'
import { attentions, type Attention, type HonestySign } from '#shared/domain/codes.ts'
import type { ReasonCode } from '#shared/reasons.ts'
import type { AttentionLine } from '#shared/contract/supervision.ts'

export type { AttentionLine }

/** The lines of one kind. */
export interface AttentionGroup {
  readonly kind: Attention
  readonly lines: readonly AttentionLine[]
}

/** Kinds that wait for somebody to act; the others tell. */
const waiting: ReadonlySet<Attention> = new Set([
  'violation_raised',
  'violation_objected',
  'violation_to_approve',
  'report_missing',
  'report_to_review',
  'suspension_proposed',
  'leave_unconfirmed',
  'claim_open',
  'recording_lost',
  'leads_unassigned',
  'lead_late',
  'lead_exception',
  'no_show',
  'register_to_countersign',
  'penalty_differs',
])
/** Reasons that tell how many one line stands for. */
const severalAtOnce: ReadonlySet<ReasonCode> = new Set([
  'violations_older_wait',
  'penalties_wait',
  'leads_unassigned',
])

export const isWaiting = (kind: Attention): boolean => waiting.has(kind)

/** How many things a group is about: a line may stand for several that are older, or for all of a person. */
export const numberOf = ({ lines }: AttentionGroup): number =>
  lines.reduce((sum, { reasons: [first] }) => {
    const count = first && severalAtOnce.has(first.code) ? first.data['count'] : undefined
    return sum + (typeof count === 'number' ? count : 1)
  }, 0)

/** By kind in the order in which it matters; on a person's own check what he should look at himself comes first. */
export function groupAttention(lines: readonly AttentionLine[], own: boolean): AttentionGroup[] {
  const order: readonly Attention[] = own ? ['honesty_sign', ...attentions] : attentions
  return [...new Set(order)]
    .map((kind) => ({ kind, lines: lines.filter((line) => line.kind === kind) }))
    .filter((group) => group.lines.length > 0)
}

/** Pages on which something can be done about a kind, with the word of the button. */
export const pageOfAttention = {
  violation_raised: { to: '/violations', word: 'violations', permission: 'violation.read' },
  violation_objected: { to: '/violations', word: 'violations', permission: 'violation.read' },
  violation_to_approve: { to: '/penalties', word: 'penalties', permission: 'penalty.read' },
  report_missing: { to: '/rectifications', word: 'rectifications', permission: 'rectification.read' },
  report_to_review: { to: '/rectifications', word: 'rectifications', permission: 'rectification.read' },
  suspension_proposed: { to: '/rectifications', word: 'suspensions', permission: 'suspension.read' },
  suspended: { to: '/rectifications', word: 'suspensions', permission: 'suspension.read' },
  on_leave: { to: '/leaves', word: 'leaves', permission: 'leave.read' },
  leave_unconfirmed: { to: '/leaves', word: 'leaves', permission: 'leave.read' },
  instruction_to_close: null,
  claim_open: { to: '/ownership', word: 'claims', permission: 'claim.read' },
  recording_lost: { to: '/recordings', word: 'recordings', permission: 'recording.read' },
  leads_unassigned: { to: '/leads', word: 'leads', permission: 'lead.assign' },
  lead_late: { to: '/leads', word: 'leads', permission: 'lead.read' },
  lead_exception: { to: '/leads', word: 'leads', permission: 'lead.read' },
  no_show: { to: '/leads', word: 'leads', permission: 'lead.read' },
  calls_below_minimum: { to: '/leads', word: 'leads', permission: 'lead.read' },
  register_open: { to: '/showroom', word: 'showroom', permission: 'visit.read' },
  register_to_countersign: { to: '/showroom', word: 'showroom', permission: 'visit.read' },
  honesty_sign: null,
  penalty_differs: { to: '/penalties', word: 'penalties', permission: 'penalty.preview' },
} as const satisfies Record<Attention, unknown>

/** The address at which something can be done about a line, as far as it can be pointed at; null for its customer. */
export function linkOf({ kind, staffId, refId, on }: AttentionLine) {
  const page = pageOfAttention[kind]
  if (page?.to === '/violations') {
    const status = kind === 'violation_objected' ? ('objected' as const) : ('raised' as const)
    return linkOptions({ to: page.to, search: { staffId, status } })
  }
  if (page?.to === '/rectifications') {
    const tab = page.permission === 'suspension.read' ? ('suspensions' as const) : ('reports' as const)
    return linkOptions({ to: page.to, search: refId === null ? { tab } : { tab, id: refId } })
  }
  if (page?.to === '/ownership')
    return linkOptions({ to: page.to, search: refId === null ? {} : { tab: 'claims', claimId: refId } })
  if (page?.to === '/leaves' && refId !== null)
    return linkOptions({ to: '/leaves/$leaveId', params: { leaveId: refId } })
  if (kind === 'calls_below_minimum')
    return linkOptions({ to: '/leads', search: { tab: 'calls', on, id: staffId } })
  if (kind === 'leads_unassigned') return linkOptions({ to: '/leads', search: { show: 'unassigned' } })
  if (kind === 'no_show') return linkOptions({ to: '/leads', search: { tab: 'appointments' } })
  if (page?.to === '/leads' && refId !== null) return linkOptions({ to: page.to, search: { id: refId } })
  return page && linkOptions({ to: page.to })
}

const signs: Partial<Record<ReasonCode, HonestySign>> = {
  honesty_burst: 'burst',
  honesty_same_text: 'same_text',
  honesty_only_unreached_before_leave: 'only_unreached_before_leave',
  honesty_name_changed_before_order: 'identity_changed_before_order',
  honesty_mobile_changed_before_order: 'identity_changed_before_order',
  honesty_visit_outside_opening_hours: 'outside_opening_hours',
  honesty_visit_on_closed_date: 'outside_opening_hours',
}
/** Which honesty sign a line is; undefined for any other line. */
export const signOf = ({ reasons: [first] }: AttentionLine): HonestySign | undefined =>
  first && signs[first.code]

export const keyOfAttention = ({ kind, staffId, customerId, refId, on, reasons }: AttentionLine): string =>
  [kind, staffId, customerId, refId, on, JSON.stringify(reasons)].join()
