import { can, inScope } from '#shared/access/can.ts'
import type { RotationPlace } from '#shared/contract/rotation.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { chooseFirst, isNotClear } from '#main/rules/rotation.ts'
import { conversionOf, isTooLow } from '#main/rules/rotation-conversion.ts'
import { isSamePeople } from '#main/rules/rotation-order.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { countUnassignedLeads, listEvents, type VisitToday } from '#main/store/read/rotation.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { changePlace } from '#main/store/write/rotation.ts'
import { maskName } from '../subjects.ts'
import { loadRotation, termsOf, thisMonth, type RotationNow, type StandingNow } from './rotation-facts.ts'
import { saveOrder, settlePlaces, tellEvent } from './rotation-moves.ts'

/** Somebody who stands in the rotation of the desk; every call about one asks here first. */
function getStanding({ standings }: RotationNow, staffId: string): StandingNow {
  const found = standings.find((each) => each.staffId === staffId)
  return found ?? refuseByRule(reason('not_in_rotation', { field: 'staffId' }))
}

function requireReason(text: string): void {
  if (!text.trim()) refuseField('reason', 'required')
}

/** The name of a visitor as the asker may know it: whose visit he may not read, of him he learns no more than the first sign. */
function callerNames(context: Context): (visit: VisitToday) => string | null {
  if (context.locked) return () => null
  const verdict = can(context.actor, 'visit.read')
  return ({ callerName, consultantId }) =>
    callerName === null || (verdict.yes && inScope(verdict.scope, consultantId))
      ? callerName
      : maskName(callerName)
}

/** How many he received today: first visits (or leads) that were his turn, and repeat customers and stand-ins. */
function countReceived({ visits, events }: RotationNow, desk: 'showroom' | 'leads', staffId: string) {
  const count = <T>(all: readonly T[], holds: (each: T) => boolean) => all.filter(holds).length
  if (desk === 'leads') {
    const his = events.filter((each) => each.staffId === staffId)
    const taken = count(his, ({ kind }) => kind === 'took_lead' || kind === 'by_hand')
    return {
      first: taken - count(his, ({ kind }) => kind === 'given_back'),
      other: count(his, ({ kind }) => kind === 'owner_received' || kind === 'stood_in'),
    }
  }
  const his = visits.filter(({ consultantId }) => consultantId === staffId)
  const isOther = ({ assignedBy, occasion }: VisitToday) =>
    assignedBy === null ? occasion === 'repeat' : assignedBy === 'owner' || assignedBy === 'stand_in'
  const other = count(his, isOther)
  return { first: his.length - other, other }
}

/** Names of the staff by id, whatever became of them. */
const namesOf = (store: ReadableStore) => new Map(listStaff(store).map((each) => [each.staffId, each]))

/** The reception rotation 轮排 (R-11.3 … ). */
export const rotation: HandlersOf<'rotation'> = {
  board: (store, input, context) => {
    const desk = input?.desk ?? 'showroom'
    const now = loadRotation(store, context, desk)
    const { next } = chooseFirst(now.standings)
    const nameOf = callerNames(context)
    const here = now.visits.filter(({ isHere }) => isHere === 1)
    const tell = ({ staffId, name, hindrances, facts }: StandingNow, index: number): RotationPlace => ({
      staffId,
      name,
      place: index + 1,
      isNext: next?.staffId === staffId,
      hindrances: hindrances.map(({ code }) => code),
      reasons: hindrances.map((each) => each.reason),
      toClear: facts.toClear,
      with: here
        .filter(({ consultantId }) => consultantId === staffId)
        .map((visit) => ({ visitId: visit.visitId, callerName: nameOf(visit), since: visit.since })),
      receivedToday: countReceived(now, desk, staffId),
      letThrough: facts.letThroughOn === context.today,
      lastMonthConversion: conversionOf(facts.lastMonth),
    })
    return {
      on: context.today,
      now: timeOfDayAt(context.now, context.store.zone),
      desk,
      places: now.standings.map(tell),
      nextId: next?.staffId ?? null,
      waiting:
        desk === 'leads'
          ? countUnassignedLeads(store)
          : here.filter(({ consultantId }) => consultantId === null).length,
      abilities: {
        skip: can(context.actor, 'rotation.skip').yes,
        manage: can(context.actor, 'rotation.manage').yes,
      },
    }
  },

  skip: (store, { desk = 'showroom', staffId, reason: why }, context) => {
    requireReason(why)
    getStanding(loadRotation(store, context, desk), staffId)
    const order = settlePlaces(store, context, desk)
    const byId = context.actor.staffId
    tellEvent(store, context, desk, { kind: 'skipped', staffId, byId, note: why, order })
    context.because(why)
    return null
  },

  reorder: (store, { desk = 'showroom', before, after, reason: why }, context) => {
    const order = settlePlaces(store, context, desk)
    const isAsSeen = order.length === before.length && order.every((each, place) => before[place] === each)
    if (!isAsSeen) refuse('STALE_VERSION', { version: order.length, current: { order } })
    if (!isSamePeople(before, after)) refuseField('after', 'order_of_others')
    const moved = after.find((each, place) => before[place] !== each)
    if (moved === undefined) return null
    saveOrder(store, desk, before, after)
    // Whose place differs most is whom it was about.
    const shift = (staffId: string) => Math.abs(before.indexOf(staffId) - after.indexOf(staffId))
    const staffId = after.reduce((most, each) => (shift(each) > shift(most) ? each : most), moved)
    const byId = context.actor.staffId
    tellEvent(store, context, desk, { kind: 'reordered', staffId, byId, note: why, order: after })
    if (why?.trim()) context.because(why)
    return null
  },

  letThrough: (store, { staffId, reason: why }, context) => {
    requireReason(why)
    const { facts, name } = getStanding(loadRotation(store, context, 'showroom'), staffId)
    if (!isNotClear(facts, termsOf(context, 'showroom'))) refuseByRule(reason('rotation_is_clear', { name }))
    const order = settlePlaces(store, context, 'showroom')
    changePlace(store, { desk: 'showroom', staffId }, { letThroughOn: context.today, notClearSince: null })
    const byId = context.actor.staffId
    tellEvent(store, context, 'showroom', { kind: 'let_through', staffId, byId, note: why, order })
    context.because(why)
    return null
  },

  restore: (store, { staffId, reason: why }, context) => {
    requireReason(why)
    const { facts, name } = getStanding(loadRotation(store, context, 'showroom'), staffId)
    if (!isTooLow(facts, termsOf(context, 'showroom')))
      refuseByRule(reason('rotation_conversion_fine', { name }))
    const order = settlePlaces(store, context, 'showroom')
    changePlace(store, { desk: 'showroom', staffId }, { restoredFor: thisMonth(context) })
    const byId = context.actor.staffId
    tellEvent(store, context, 'showroom', { kind: 'restored', staffId, byId, note: why, order })
    context.because(why)
    return null
  },

  history: (store, input, context) => {
    const names = namesOf(store)
    const nameOf = (staffId: string) => names.get(staffId)?.name ?? ''
    const rows = listEvents(store, input?.desk ?? 'showroom', input?.on ?? context.today).map((event) => {
      const { eventId, at, kind, staffId, byId, visitId, reasons, note, order } = event
      const by = byId === null ? undefined : names.get(byId)
      return {
        eventId,
        at,
        kind,
        staffId,
        name: nameOf(staffId),
        byName: by?.name ?? null,
        byRole: by?.role ?? null,
        visitId,
        reasons: [...reasons],
        note,
        order: order.map((each) => ({ staffId: each, name: nameOf(each) })),
      }
    })
    return { rows, nextCursor: null, total: rows.length }
  },
}
