import type { Context } from '#main/calls/context.ts'
import { isNotClear } from '#main/rules/rotation.ts'
import { clearanceStep } from '#main/rules/rotation-clearance.ts'
import { toEnd } from '#main/rules/rotation-order.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { isAnybodyMarked } from '#main/store/read/rotation.ts'
import { changesSoFar } from '#main/store/transaction.ts'
import { changePlace } from '#main/store/write/rotation.ts'
import { loadOrder, loadToClear, termsOf } from './rotation-facts.ts'
import { saveOrder, tellEvent } from './rotation-moves.ts'

const desk = 'showroom'
const nothing = { overduePlans: 0, uncardedVisits: 0 }

/**
 * Marks who has something to clear, and puts at the end who has cleared it, as of now. Says whether anything
 * changed. Run when a date is rolled, because plans fall overdue by themselves.
 */
export function markClearance(store: WritableStore, context: Context): boolean {
  if (!context.policy.switches.clearToGreet && !isAnybodyMarked(store)) return false
  const { order: first, staff, places } = loadOrder(store, desk)
  if (places.size === 0) return false
  const terms = termsOf(context, desk)
  const toClear = loadToClear(store, context, [...staff.values()])
  let order = first
  let changed = false
  for (const staffId of first) {
    const place = places.get(staffId)
    if (!place) continue
    const facts = { toClear: toClear.get(staffId) ?? nothing, letThroughOn: place.letThroughOn }
    const step = clearanceStep(place.notClearSince !== null, {
      hindered: isNotClear(facts, terms),
      // With the switch off nobody was kept out, so nobody comes back.
      cleared: terms.clearToGreet && !toClear.has(staffId),
    })
    if (step === null) continue
    changed = true
    changePlace(store, { desk, staffId }, { notClearSince: step === 'mark' ? context.now : null })
    if (step !== 'to_end') continue
    const after = toEnd(order, staffId)
    saveOrder(store, desk, order, after)
    order = after
    tellEvent(store, context, desk, { kind: 'cleared', staffId, byId: null, order })
  }
  return changed
}

const bearing = new Set(['plans', 'opportunities', 'leaves'])

/**
 * Run after every act: a visit that was received or got its card, and, while somebody is marked, whatever may have
 * cleared him. Costs nothing else than a look at what was written.
 */
export function clearRotation(store: WritableStore, context: Context): boolean {
  const changes = changesSoFar(store)
  const bears =
    changes.some(({ table }) => table === 'visits') ||
    (changes.some(({ table }) => bearing.has(table)) && isAnybodyMarked(store))
  return bears && markClearance(store, context)
}
