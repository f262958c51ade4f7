import type { LeadAssignment } from '#shared/contract/leads.ts'
import type { AssignmentWay } from '#shared/domain/codes.ts'
import { refuseByRule } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { chooseForFirstVisit, recordTurn, type Turn } from '#main/commands/rotation/take-turn.ts'
import { leadDueAt } from '#main/rules/lead-clock.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listUncardedByPhone } from '#main/store/read/visits.ts'
import type { CustomerRow, LeadRow, StaffRow } from '#main/store/rows.ts'
import { changeLead } from '#main/store/write/leads.ts'
import { cardFor, linkTo, type LeadCard } from './lead-card.ts'

/** Who is to have a lead: whoever is next in the rotation, or somebody by hand. */
export type AssignTo = 'rotation' | StaffRow

/** Why by hand, for the sequence of the rotation; whoever keeps what he enters himself takes no turn for it. */
export interface ByHand {
  readonly note: string | undefined
  readonly takesTurn: boolean
  /** The ledger with which it came, just now: what is made of it can be taken back with that. */
  readonly importBatchId?: string
}

interface Receiver {
  readonly staff: StaffRow
  readonly way: AssignmentWay
  /** Whose phone it is already. */
  readonly customer?: CustomerRow
  readonly reasons: readonly Reason[]
  readonly turn: Omit<Turn, 'staffId' | 'leadId'> | null
}
type Found = Receiver | { readonly staff: null; readonly reasons: readonly Reason[] }

const isAtWork = (staff: StaffRow | undefined): staff is StaffRow =>
  staff?.role === 'consultant' && staff.status !== 'resigned'

/** Whose a phone is already, and who met him first without having made his card yet. */
function byPhone(store: ReadableStore, phone: string): Found | undefined {
  const known = findCustomerByPhone(store, phone)
  if (known) {
    const owner = known.customer.ownerId ? findStaff(store, known.customer.ownerId) : undefined
    if (!isAtWork(owner)) return { staff: null, reasons: [reason('lead_owner_gone')] }
    return {
      staff: owner,
      way: 'owner',
      customer: known.customer,
      reasons: [reason('lead_phone_known', { ownerName: owner.name })],
      turn: { kind: 'owner_received' },
    }
  }
  for (const { consultantId, visitedOn } of listUncardedByPhone(store, phone)) {
    const met = consultantId ? findStaff(store, consultantId) : undefined
    if (!isAtWork(met)) continue
    const reasons = [reason('lead_phone_visited', { ownerName: met.name, visitedOn })]
    return { staff: met, way: 'owner', reasons, turn: { kind: 'owner_received' } }
  }
  return undefined
}

/** Whoever is next at the desk of the leads. */
function byRotation(store: ReadableStore, context: Context): Found {
  const { staffId, passedOver, reasons } = chooseForFirstVisit(store, context, 'leads')
  const staff = staffId ? findStaff(store, staffId) : undefined
  // The first reason says who is next, or that nobody is.
  if (!staff) return { staff: null, reasons: [reason('lead_waits_for_rotation'), ...reasons.slice(1)] }
  return {
    staff,
    way: 'rotation',
    reasons,
    turn: { kind: 'took_lead', passedOver, reasons },
  }
}

function byHand(staff: StaffRow, { note, takesTurn }: ByHand): Found {
  const reasons = [reason('lead_by_hand', { name: staff.name })]
  const turn = takesTurn && staff.takesLeads ? { kind: 'by_hand' as const, reasons } : null
  return { staff, way: 'by_hand', reasons, turn: turn && note ? { ...turn, note } : turn }
}

/**
 * Assigns a lead that waits: a known phone to his owner, else as it is asked. It becomes a customer with an opportunity and its first
 * plan, and its clock starts. Where nobody can take it now it waits on, and the reasons say why.
 */
export function assignLead(
  store: WritableStore,
  context: Context,
  lead: LeadRow,
  to: AssignTo,
  hand: ByHand,
): LeadAssignment {
  requireWaiting(store, lead)
  const { now, actor, policy } = context
  const found =
    byPhone(store, lead.phone) ?? (to === 'rotation' ? byRotation(store, context) : byHand(to, hand))
  if (found.staff === null) return { ...nobody(lead), reasons: [...found.reasons] }
  const { staff, way, customer, reasons, turn } = found
  const { importBatchId = null } = hand
  const card: LeadCard = customer
    ? linkTo(store, context, lead, customer, importBatchId)
    : cardFor(store, context, lead, { ownerId: staff.staffId, importBatchId })
  changeLead(store, lead, {
    status: 'assigned',
    assigneeId: staff.staffId,
    assignedAt: now,
    assignedBy: actor.staffId,
    assignedWay: way,
    customerId: card.customerId,
    opportunityId: card.opportunityId,
  })
  if (turn) recordTurn(store, context, 'leads', { ...turn, staffId: staff.staffId, leadId: lead.leadId })
  return {
    ...card,
    leadId: lead.leadId,
    staffId: staff.staffId,
    staffName: staff.name,
    way,
    dueAt: leadDueAt(now, policy),
    linked: customer !== undefined,
    reasons: [...reasons],
  }
}

const nobody = ({ leadId }: LeadRow) => ({
  leadId,
  staffId: null,
  staffName: null,
  way: null,
  customerId: null,
  opportunityId: null,
  planId: null,
  dueAt: null,
  linked: false,
})

function requireWaiting(store: ReadableStore, { status, name, assigneeId }: LeadRow): void {
  if (status === 'unassigned') return
  if (status === 'closed') refuseByRule(reason('lead_is_closed', { name }))
  const staffName = (assigneeId && findStaff(store, assigneeId)?.name) ?? ''
  refuseByRule(reason('lead_assigned_already', { name, staffName }))
}
