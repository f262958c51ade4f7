import type { Role } from '#shared/domain/codes.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { hashPassword, makeOneTimeSecret } from '#main/platform/password.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  awaitingFirstSignIn,
  countOwned,
  findStaff,
  findStaffByLogin,
  listStaff,
} from '#main/store/read/staff.ts'
import { listSuspensionsBetween } from '#main/store/read/suspensions.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { addStaff, changeStaff, endSessionsOf, setCredential } from '#main/store/write/staff.ts'
import { giveBackCovers, settleLeaver } from '#main/commands/ownership/settle-leaver.ts'

const getStaff = (store: ReadableStore, staffId: string): StaffRow =>
  findStaff(store, staffId) ?? refuse('NOT_FOUND', { what: 'staff', id: staffId })

/** Somebody's manager must be an active manager or director, and not himself. */
function requireManager(store: ReadableStore, managerId: string, staffId: string | null): void {
  const manager = findStaff(store, managerId)
  const fits = manager?.status === 'active' && (manager.role === 'manager' || manager.role === 'director')
  if (!fits) refuseField('managerId', 'not_a_manager')
  if (managerId === staffId) refuseField('managerId', 'own_manager')
}

function isLastAdmin(store: ReadableStore, staff: StaffRow): boolean {
  const admins = listStaff(store).filter((each) => each.role === 'admin' && each.status === 'active')
  return admins.length === 1 && admins[0]?.staffId === staff.staffId
}

/** Staff of one store are few: all of them, unless a part is asked for. */
const wholeList = 10_000

const sellers: readonly Role[] = ['consultant']

/** nobody is closed, or made something else, while he owns an open opportunity. */
function requireNothingOwned(store: ReadableStore, staff: StaffRow, field: string): void {
  const count = countOwned(store, staff.staffId, 'open') + countOwned(store, staff.staffId, 'lost_waiting')
  if (count > 0) refuse('RULE_REFUSED', { reasons: [reason('owns_open_opportunities', { field, count })] })
}

/** A manager who leads a team keeps his place until it has another: nobody would sign its check. */
function requireNoTeam(store: ReadableStore, staff: StaffRow, field: string): void {
  const led = listStaff(store).filter((each) => each.managerId === staff.staffId && each.status === 'active')
  if (led.length > 0)
    refuse('RULE_REFUSED', { reasons: [reason('leads_a_team', { field, count: led.length })] })
}

/** Whom somebody sees (section 13): himself, his team, or everybody; the front desk also who can be given a customer. */
function isSeen({ actor }: Context, { staffId, role, status }: StaffRow): boolean {
  if (actor.role === 'admin' || actor.role === 'director' || staffId === actor.staffId) return true
  if (actor.role === 'front_desk') return role === 'consultant' && status === 'active'
  return actor.teamIds.includes(staffId)
}

function listed(store: ReadableStore, context: Context) {
  const { actor, today } = context
  const everybody = listStaff(store)
  const people = everybody.filter((each) => isSeen(context, each))
  const names = new Map(everybody.map((each) => [each.staffId, each.name]))
  const manages = actor.role === 'admin'
  const suspended = new Map(
    listSuspensionsBetween(store, today, today).map(({ staffId, until }) => [staffId, until]),
  )
  const waiting = manages ? awaitingFirstSignIn(store) : undefined
  return people.map((each) => ({
    staffId: each.staffId,
    name: each.name,
    login: manages ? each.login : null,
    role: each.role,
    status: each.status,
    managerId: each.managerId,
    managerName: each.managerId ? (names.get(each.managerId) ?? null) : null,
    restWeekdays: each.restWeekdays,
    takesVisits: each.takesVisits,
    takesLeads: each.takesLeads,
    suspendedUntil: suspended.get(each.staffId) ?? null,
    awaitsFirstSignIn: waiting ? waiting.has(each.staffId) : null,
    version: each.version,
  }))
}

export const staff: HandlersOf<'staff'> = {
  add: (store, input, { newId }) => {
    if (findStaffByLogin(store, input.login)) refuseField('login', 'login_taken')
    if (input.managerId) requireManager(store, input.managerId, null)
    const staffId = newId()
    const oneTimeSecret = makeOneTimeSecret()
    addStaff(store, {
      staffId,
      name: input.name,
      login: input.login,
      role: input.role,
      status: 'active',
      managerId: input.managerId ?? null,
      restWeekdays: [...new Set(input.restWeekdays)].sort((a, b) => a - b),
      takesVisits: input.takesVisits ?? input.role === 'consultant',
      takesLeads: input.takesLeads ?? false,
      version: 1,
    })
    setCredential(store, { staffId, hash: hashPassword(oneTimeSecret), mustChange: true })
    return { staffId, oneTimeSecret }
  },

  update: (store, { staffId, version, ...changes }, context) => {
    const before = getStaff(store, staffId)
    if (version !== undefined && version !== before.version) {
      refuse('STALE_VERSION', { version: before.version, current: { ...before } })
    }
    if (changes.managerId) requireManager(store, changes.managerId, staffId)
    if (changes.role && changes.role !== before.role) {
      if (sellers.includes(before.role)) requireNothingOwned(store, before, 'role')
      if (changes.role !== 'manager' && changes.role !== 'director') requireNoTeam(store, before, 'role')
      if (before.role === 'admin' && isLastAdmin(store, before)) refuseField('role', 'last_admin')
      if (sellers.includes(before.role)) settleLeaver(store, context, staffId)
    }
    const restWeekdays = changes.restWeekdays && [...new Set(changes.restWeekdays)].sort((a, b) => a - b)
    const after = changeStaff(store, staffId, { ...changes, restWeekdays, version: before.version + 1 })
    return { version: after.version }
  },

  resetAccess: (store, { staffId }) => {
    getStaff(store, staffId)
    const oneTimeSecret = makeOneTimeSecret()
    setCredential(store, { staffId, hash: hashPassword(oneTimeSecret), mustChange: true })
    endSessionsOf(store, staffId)
    return { oneTimeSecret }
  },

  setStatus: (store, { staffId, status }, context) => {
    const before = getStaff(store, staffId)
    if (status === before.status) return null
    if (status === 'resigned') {
      requireNothingOwned(store, before, 'status')
      requireNoTeam(store, before, 'status')
      settleLeaver(store, context, staffId)
    }
    if (status !== 'active') {
      if (before.role === 'admin' && isLastAdmin(store, before)) refuseField('status', 'last_admin')
      endSessionsOf(store, staffId)
      giveBackCovers(store, context, staffId)
    }
    changeStaff(store, staffId, { status, version: before.version + 1 })
    return null
  },

  list: (store, input, context) => {
    const page = readPage({ limit: wholeList, ...input })
    const rows = listed(store, context)
    return pageOf(page, rows.slice(page.offset, page.offset + page.limit), rows.length)
  },
}
