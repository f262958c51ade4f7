import { can, type Actor } from '#shared/access/can.ts'
import { findDeclaration } from '#shared/contract/index.ts'
import { Refusal } from '#shared/errors.ts'
import { businessDateAt, type Instant } from '#shared/time/instant.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { schemaVersion } from '#main/store/schema-version.ts'
import { findStaff, teamOf } from '#main/store/read/staff.ts'
import { findClosedDates, getStore, policyOn } from '#main/store/read/store.ts'
import { findHandler } from '../handlers.ts'
import { act } from './write-book.ts'

/** What somebody does in the seed's story, at a moment of it, through the handler of the call itself. */
export type Do = <T = unknown>(staffId: string, at: Instant, path: string, input: unknown) => T | undefined

/** Everything a handler may know, as if the call came from this person at that moment. */
export function contextOf(
  store: ReadableStore,
  staffId: string,
  at: Instant,
  facts: { readonly newId: (at: Instant) => string; readonly permission?: Parameters<typeof can>[1] },
): Context {
  const staff = findStaff(store, staffId)
  if (!staff) throw new Error(`nobody is ${staffId}`)
  const teamIds = staff.role === 'manager' ? teamOf(store, staffId) : []
  const actor: Actor = { staffId, name: staff.name, role: staff.role, teamIds }
  const verdict = facts.permission ? can(actor, facts.permission) : undefined
  if (verdict && !verdict.yes) throw new Error(`${staff.role} may not ${facts.permission}`)
  const file = getStore(store)
  const today = businessDateAt(at, file.zone)
  const { policy, version } = policyOn(store, today)
  return {
    actor,
    scope: verdict?.scope ?? { kind: 'staff', staffIds: [staffId, ...teamIds] },
    now: at,
    today,
    policy,
    policyVersion: version,
    calendar: makeStoreCalendar(findClosedDates(store)),
    store: file,
    schemaVersion: schemaVersion(store),
    locale: 'zh-CN',
    clockBehind: false,
    clockAhead: null,
    lastRecordedAt: at,
    locked: false,
    tokenHash: null,
    newId: () => facts.newId(at),
    prepared: undefined,
    progress: () => undefined,
    because: () => undefined,
    actsFor: () => undefined,
  }
}

/**
 * People of the seed do what they do through the product's own handlers, one transaction each. What a rule refuses is left
 * out, as a person would leave it; anything else is a mistake of the story.
 */
export function makeDo(store: ReadableStore, newId: (at: Instant) => string): Do {
  return (staffId, at, path, input) => {
    const declaration = findDeclaration(path)
    if (!declaration || declaration.access === 'public') throw new Error(`${path} cannot be done`)
    const context = contextOf(store, staffId, at, { newId, permission: declaration.access })
    const handler = findHandler(path)
    const parsed = declaration.input.parse(input)
    try {
      if (declaration.kind === 'query') return handler(store, parsed, context) as never
      let value: unknown
      act(store, at, path, (writable) => {
        value = handler(writable, parsed, context)
      })
      return value as never
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
}
