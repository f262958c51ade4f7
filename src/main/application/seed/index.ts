import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt, type Instant } from '#shared/time/instant.ts'
import { hashPassword } from '#main/platform/password.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { getStore, policyOn } from '#main/store/read/store.ts'
import { countCustomers } from '#main/store/read/totals.ts'
import { countRows } from '#main/store/read/verification.ts'
import { addStaff, setCredential } from '#main/store/write/staff.ts'
import { foundStore, setLastRolled } from '#main/store/write/store.ts'
import { setTrainingClock } from '#main/store/write/supervision.ts'
import { defaultZone } from '../create-store.ts'
import type { DemoLogin, SeedDemo } from '../demo.ts'
import { buildWorld, liveliest } from './build-world.ts'
import { seedAdmin, seedPassword, seedPeople, seedStoreName } from './people.ts'
import { makeRandom, makeSeedIds } from './random.ts'
import { spendLastEvening } from './last-evening.ts'
import { takeLeads } from './lead-days.ts'
import { registerNamesakes, registerTheRest, settleNamesakes } from './namesakes.ts'
import { clearBeforeTomorrow, closeRegisters, receiveLastAfternoon } from './showroom-days.ts'
import { signPast } from './sign-past.ts'
import { simulate } from './simulate.ts'
import { makeStory, supervise } from './supervised.ts'
import { act, writeBook, writeSetting } from './write-book.ts'

export interface SeedOptions {
  readonly file: string
  readonly migrationsFolder: string
  readonly customers: number
  readonly days: number
  /** The last day of the history. */
  readonly until: BusinessDate
  /** The same seed gives the same history. */
  readonly seed: string
  /** Language of a store that is made. */
  readonly locale: Locale
}

export interface Seeded {
  readonly customers: number
  readonly opportunities: number
  readonly open: number
  readonly followUps: number
  readonly plans: number
  readonly violations: number
  /** The date on which the store stands: the morning after its history. */
  readonly today: BusinessDate
  readonly logins: readonly DemoLogin[]
  /** The login of the consultant who has most to show on that morning. */
  readonly liveliest: string
}

const mostComers = 20
const comersPart = 0.15

/** A salt that follows from the seed: these passwords are told to everybody. */
const hashOf = (seed: string) =>
  hashPassword(seedPassword, createHash('sha256').update(`salt ${seed}`).digest().subarray(0, 16))

/** Opens a training store to be filled, making it where there is none. Refuses a live store and one that has customers. */
function openEmpty(
  { file, migrationsFolder, seed, locale }: SeedOptions,
  before: Instant,
  newId: () => string,
): ReadableStore {
  if (!existsSync(file)) {
    const store = openStore(file, { migrationsFolder, create: true })
    act(store, before, 'founded', (writable) => {
      foundStore(
        writable,
        {
          name: seedStoreName,
          kind: 'training',
          zone: defaultZone,
          locale,
          createdOn: businessDateAt(before, defaultZone),
        },
        { policy: presets.benyue, publishedAt: before },
      )
      const { name, login, role } = seedAdmin
      const staffId = newId()
      addStaff(writable, {
        staffId,
        name,
        login,
        role,
        status: 'active',
        managerId: null,
        restWeekdays: [],
        takesVisits: false,
        takesLeads: false,
        version: 1,
      })
      setCredential(writable, { staffId, hash: hashOf(seed), mustChange: false })
    })
    return store
  }
  const store = openStore(file, { migrationsFolder })
  const refusal =
    getStore(store).kind !== 'training' ? 'not_training' : countCustomers(store) > 0 ? 'not_empty' : undefined
  const taken = listStaff(store).find(({ login }) =>
    seedPeople.some((person) => person.login === login.toLowerCase()),
  )
  if (!refusal && !taken) return store
  closeStore(store)
  return refusal
    ? refuse('FILE_REFUSED', { reason: refusal })
    : refuseField(taken?.login ?? 'login', 'login_taken')
}

/**
 * Fills a training store with a believable history, simulated day by day with the product's own rules. The same
 * options give the same store. Refuses with FILE_REFUSED a live store or one that has customers already.
 */
export function seedStore(options: SeedOptions): Seeded {
  const { file, customers, days, until, seed } = options
  const random = makeRandom(`${seed}/${customers}/${days}/${until}`)
  const newId = makeSeedIds(random)
  const comings = makeRandom(`${seed}/visits/${customers}/${days}/${until}`)
  const visitors = { random: comings, newId: makeSeedIds(comings) }
  // Some come through the calls themselves, on the last days.
  const comers = { left: Math.min(mostComers, Math.floor(customers * comersPart)) }
  const span = { from: addDays(until, 1 - days), lastOn: until, customers: customers - comers.left }
  const isNew = !existsSync(file)
  const before = instantAt(addDays(span.from, -1), '17:00', defaultZone)
  const store = openEmpty(options, before, () => newId(before))
  try {
    const { zone } = getStore(store)
    const { policy, version: policyVersion } = policyOn(store, until)
    const { world, setting } = buildWorld({ random, newId, visitors, policy, before }, span)
    simulate(world, span, (on) => {
      const midnight = instantAt(on, '00:00', zone)
      return { on, at: (minute) => midnight + minute * 60_000 }
    })
    const evening = instantAt(until, '19:00', zone)
    const today = addDays(until, 1)
    writeSetting(store, before, setting, hashOf(seed))
    writeBook(store, world.book, { at: evening, policyVersion, newId })
    const { calendar } = world
    const best = liveliest(world, today)
    act(store, evening, 'rolled', (writable) => setLastRolled(writable, calendar.previousOpen(until)))
    const story = makeStory(store, {
      seed: `${seed}/${customers}/${days}/${until}`,
      calendar,
      lastOn: until,
      liveliestId: best?.staffId ?? null,
      comers,
    })
    supervise(story)
    takeLeads(story)
    receiveLastAfternoon(story)
    registerNamesakes(story)
    registerTheRest(story)
    settleNamesakes(story)
    closeRegisters(story)
    clearBeforeTomorrow(story)
    spendLastEvening(story)
    signPast(store, { random, calendar, lastOn: until, newId })
    act(store, evening, 'clock', (writable) => setTrainingClock(writable, instantAt(today, '08:40', zone)))
    const count = (table: string) => countRows(store, table)
    const written = {
      customers: count('customers'),
      opportunities: count('opportunities'),
      followUps: count('follow_ups'),
      plans: count('plans'),
      violations: count('violations'),
    }
    closeStore(store)
    const logins = [...(isNew ? [seedAdmin] : []), ...seedPeople]
    return {
      ...written,
      open: world.open.size,
      today,
      logins: logins.map(({ login, name, role }) => ({ login, password: seedPassword, name, role })),
      liveliest: setting.staff.find(({ staffId }) => staffId === best?.staffId)?.login ?? '',
    }
  } catch (error) {
    closeStore(store)
    if (isNew) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    throw error
  }
}

const demo = { customers: 600, days: 120, seed: 'demo' } as const

/** The demo store of a machine: a small history up to yesterday, and one login of each role. */
export const seedDemoStore: SeedDemo = ({ file, migrationsFolder, now, locale }) => {
  const until = addDays(businessDateAt(now, defaultZone), -1)
  const { logins, liveliest: consultant } = seedStore({ ...demo, file, migrationsFolder, until, locale })
  const managedBy = seedPeople.find(({ login }) => login === consultant)?.managedBy
  const shown = new Set([consultant, managedBy])
  return logins.filter(({ login, role }) =>
    role === 'consultant' || role === 'manager' ? shown.has(login) : true,
  )
}
