import { can, inScope, type Scope } from '#shared/access/can.ts'
import type { VisitRow as VisitLine } from '#shared/contract/visits.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { maskPhone } from '#shared/domain/phone.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { checkVisitChange } from '#main/rules/visit-change.ts'
import { fieldsOfLine, missingOfVisit } from '#main/rules/visit-line.ts'
import { isHere, isUncarded } from '#main/rules/visit-totals.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { ListedVisit } from '#main/store/read/visits-list.ts'
import { isSigned, reachesVisit, supervises, visitReach } from './visits-subject.ts'

/**
 * The phone of a line: whole for whoever may open the customer's card or, without one, whose line it is; for the desk
 * while it is the day of the visit, when it has to complete it (chosen).
 */
function phoneShown({ visit, customerOwnerId }: ListedVisit, { actor, today }: Context): boolean {
  if (actor.role === 'front_desk') return visit.visitedOn >= today
  if (visit.customerId === null) return true
  const reads = can(actor, 'customer.read')
  return reads.yes && inScope(reads.scope, customerOwnerId)
}

/** The same of a whole list: of which lines the phone may be searched. */
export function phonesSeen({ actor, today }: Context): { since: BusinessDate } | { ownedBy: Scope } {
  if (actor.role === 'front_desk') return { since: today }
  const reads = can(actor, 'customer.read')
  return { ownedBy: reads.yes ? reads.scope : { kind: 'staff', staffIds: [] } }
}

/** A line as the asker may see it. */
export function tellVisit(store: ReadableStore, context: Context, listed: ListedVisit): VisitLine {
  const { visit, customerName, customerOwnerId, ...names } = listed
  const { actor, policy, today } = context
  const reads = can(actor, 'customer.read')
  const openCard = visit.customerId !== null && reads.yes && inScope(reads.scope, customerOwnerId)
  const registers = reachesVisit(visitReach(context, 'visit.register'), visit)
  const signed = isSigned(store, visit)
  // A caller has gone as soon as he is written down, and yet somebody is to call him back.
  const waits = visit.visitedOn === today && (visit.consultantId === null || isHere(visit))
  const change = { ...visit, signed, supervises: supervises(context), reason: '.' }
  const update = registers && checkVisitChange(change, today).length === 0
  const known = customerName !== null && !openCard ? maskName(customerName) : customerName
  return {
    visitId: visit.visitId,
    version: visit.version,
    visitedOn: visit.visitedOn,
    kind: visit.kind,
    occasion: visit.occasion,
    partySize: visit.partySize,
    arrivedTime: visit.arrivedTime,
    leftTime: visit.leftTime,
    callerName: visit.callerName ?? known,
    plate: visit.plate,
    phone: visit.phone !== null && !phoneShown(listed, context) ? maskPhone(visit.phone) : visit.phone,
    phoneMissing: visit.phoneMissing,
    model: visit.model,
    grade: visit.grade,
    withIntent: visit.withIntent,
    orderedOnSpot: visit.orderedOnSpot,
    testDrive: visit.testDrive,
    agreementNumber: visit.agreementNumber,
    remark: visit.remark,
    consultantId: visit.consultantId,
    ...names,
    assignedBy: visit.assignedBy,
    customerId: visit.customerId,
    opportunityId: visit.opportunityId,
    cardedOn: visit.cardedOn,
    uncarded: isUncarded(visit),
    missing: missingOfVisit(visit, fieldsOfLine(policy)),
    registeredAt: visit.registeredAt,
    abilities: {
      update,
      leave: registers && isHere(visit) && !signed,
      handOver: registers && visit.cardedOn === null && (waits || supervises(context)),
      card:
        registers && visit.consultantId !== null && visit.cardedOn === null && visit.opportunityId === null,
      openCard,
    },
  }
}
