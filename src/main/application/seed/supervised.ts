import type { StaffRow } from '#main/store/rows.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { getStore } from '#main/store/read/store.ts'
import { addDays, eachDate, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt, type Instant } from '#shared/time/instant.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { makeDo, type Do } from './by-call.ts'
import { makeRandom, makeSeedIds, type Random } from './random.ts'
import { causes, measures, objections, returns, waivers } from './words.ts'

/** How many of the last days were supervised: before them nobody looked. */
const supervisedDays = 45
/** What was found in so many last days still waits for somebody. */
const stillWaiting = 3
const friday = 5
const mostIds = 500

export interface Story {
  readonly store: ReadableStore
  readonly random: Random
  readonly calendar: StoreCalendar
  readonly lastOn: BusinessDate
  readonly does: Do
  readonly at: (on: BusinessDate, time: string) => Instant
  readonly people: readonly StaffRow[]
  /** How many customers still come through the calls themselves: as leads, or a second time. */
  readonly comers: { left: number }
  /** Who has most to show, and keeps it for the next morning. */
  readonly liveliestId: string | null
}

type Rows<T> = { readonly rows: readonly T[] }
interface Found {
  readonly violationId: string
  readonly staffId: string
}

/** The story of the last weeks: who it is about, and chance of its own, so that the book before it stays as it was. */
export function makeStory(
  store: ReadableStore,
  facts: {
    readonly seed: string
    readonly calendar: StoreCalendar
    readonly lastOn: BusinessDate
    readonly liveliestId: string | null
    readonly comers: { left: number }
  },
): Story {
  const random = makeRandom(`${facts.seed}/supervised`)
  const { zone } = getStore(store)
  return {
    ...facts,
    store,
    random,
    does: makeDo(store, makeSeedIds(random)),
    at: (on, time) => instantAt(on, time, zone),
    people: listStaff(store),
  }
}

const inPieces = <T>(of: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(of.length / mostIds) }, (_, i) => of.slice(i * mostIds, (i + 1) * mostIds))

/** Each evening the managers confirm and waive what the roll raised; now and then somebody objects before. */
function judgeEvenings(story: Story): void {
  const { random, calendar, lastOn, does, at, people } = story
  const managers = people.filter(({ role }) => role === 'manager')
  for (const on of eachDate(addDays(lastOn, -supervisedDays), addDays(lastOn, -1)).filter(calendar.isOpen)) {
    for (const { staffId } of managers) {
      const found = does<Rows<Found>>(staffId, at(on, '18:10'), 'violations.list', {
        from: on,
        until: on,
        status: 'raised',
        limit: mostIds,
      })
      if (on >= addDays(lastOn, -stillWaiting)) continue
      const rows = found?.rows ?? []
      for (const row of rows.filter(() => random.chance(0.06))) {
        const reason = random.pick(objections)
        does(row.staffId, at(on, '18:15'), 'violations.object', { violationIds: [row.violationId], reason })
      }
      const waived = rows.filter(() => random.chance(0.12)).map(({ violationId }) => violationId)
      if (waived.length > 0)
        does(staffId, at(on, '18:20'), 'violations.waive', {
          violationIds: waived,
          reason: random.pick(waivers),
        })
      decideObjections(story, staffId, on)
      const confirmed = rows.map(({ violationId }) => violationId).filter((id) => !waived.includes(id))
      if (confirmed.length > 0)
        does(staffId, at(on, '18:25'), 'violations.confirm', {
          violationIds: confirmed,
          lowerSuspension: random.chance(0.9),
        })
    }
    if (isoWeekday(on) === friday && on < addDays(lastOn, -stillWaiting)) approveWeek(story, on)
  }
}

/** What a consultant objected to days ago is decided: half of them were right. */
function decideObjections({ random, does, at }: Story, managerId: string, on: BusinessDate): void {
  const objected = does<Rows<Found>>(managerId, at(on, '18:21'), 'violations.list', {
    until: addDays(on, -2),
    status: 'objected',
    limit: mostIds,
  })
  for (const { violationId } of objected?.rows ?? []) {
    const right = random.chance(0.5)
    does(managerId, at(on, '18:22'), right ? 'violations.waive' : 'violations.confirm', {
      violationIds: [violationId],
      reason: right ? random.pick(waivers) : '异议不成立',
    })
  }
}

/** On Fridays the director approves what was confirmed in the week. */
function approveWeek({ does, at, people }: Story, on: BusinessDate): void {
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const waiting = does<{ entries: { violationIds: string[]; obstacles: unknown[] }[] }>(
    director.staffId,
    at(on, '19:00'),
    'penalties.waiting',
    {},
  )
  const ready = (waiting?.entries ?? []).filter(({ obstacles }) => obstacles.length === 0)
  for (const violationIds of inPieces(ready.flatMap((entry) => entry.violationIds)))
    does(director.staffId, at(on, '19:10'), 'penalties.approve', { violationIds })
}

interface Report {
  readonly rectificationId: string
  readonly staffId: string
  readonly dueOn: BusinessDate
}

/** Most reports are written in time, and most of those are good enough. */
function writeReports({ random, lastOn, does, at, people }: Story): void {
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const due = does<Rows<Report>>(director.staffId, at(lastOn, '18:00'), 'rectifications.list', {
    status: 'due',
    limit: mostIds,
  })
  for (const { rectificationId, staffId, dueOn } of due?.rows ?? []) {
    if (dueOn > lastOn || random.chance(0.03)) continue
    const writtenOn = addDays(dueOn, -1)
    const i = random.between(0, causes.length - 1)
    does(staffId, at(writtenOn, '17:30'), 'rectifications.write', {
      rectificationId,
      cause: causes[i],
      measures: measures[i],
      deadlineOn: addDays(writtenOn, 7),
    })
    const managerId = people.find((each) => each.staffId === staffId)?.managerId
    if (!managerId || random.chance(0.06)) continue
    const returned = random.chance(0.03)
    does(managerId, at(dueOn, '18:30'), 'rectifications.review', {
      rectificationId,
      decision: returned ? 'return' : 'accept',
      ...(returned ? { note: random.pick(returns) } : {}),
    })
  }
}

/** The director suspends one of those proposed from tomorrow on, is lenient with most, and has not yet decided on the rest. */
function decideSuspensions({ random, lastOn, does, at, people }: Story): void {
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const evening = at(lastOn, '18:40')
  const proposed = does<Rows<{ suspensionId: string; staffId: string }>>(
    director.staffId,
    evening,
    'suspensions.list',
    { status: 'proposed', limit: mostIds },
  )
  const rows = proposed?.rows ?? []
  rows.forEach(({ suspensionId }, i) => {
    if (i >= rows.length - 2) return
    const suspends = i === 0
    does(director.staffId, evening, 'suspensions.decide', {
      suspensionId,
      decision: suspends ? 'suspend' : 'lower',
      ...(suspends ? { from: addDays(lastOn, 1), until: addDays(lastOn, 3) } : {}),
      note: suspends ? '连续过期未执行，待岗学习三天' : random.pick(returns),
    })
  })
}

/** What managers and the director did with what was found (R-8.4 … ). */
export function supervise(story: Story): void {
  judgeEvenings(story)
  writeReports(story)
  decideSuspensions(story)
}
