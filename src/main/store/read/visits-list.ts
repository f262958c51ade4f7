import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lte,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Scope } from '#shared/access/can.ts'
import type { VisitField } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { normalisePlate } from '#shared/domain/plate.ts'
import { drizzleOf, type ReadableStore } from '../handle.ts'
import { customers, staff, visits } from '../schema/index.ts'

export interface VisitFilter {
  readonly from: BusinessDate
  readonly until: BusinessDate
  readonly consultantId?: string | undefined
  readonly show?: 'all' | 'here' | 'uncarded' | 'incomplete' | 'valid' | 'no_phone' | undefined
  readonly text?: string | undefined
  /** R-13.2 The lines whose phone the asker sees whole: only by that may it be searched. */
  readonly phones?: { readonly since: BusinessDate } | { readonly ownedBy: Scope }
  /** The fields that a complete line has (R-11.7). */
  readonly fields: readonly VisitField[]
  readonly offset: number
  readonly limit: number
}

/** Whose lines: within the scope, and those for whom nobody is there yet where the asker answers for them. */
export interface VisitReach {
  readonly scope: Scope
  readonly withoutConsultant: boolean
}

const here = and(isNotNull(visits.arrivedTime), isNull(visits.leftTime))
const uncarded = and(eq(visits.withIntent, true), isNull(visits.customerId))
const unknown = isNull(visits.customerId)
/** The same as `missingOfVisit` says of a row; a test holds them together. */
const lacking: Readonly<Record<VisitField, SQL | undefined>> = {
  callerName: and(unknown, isNull(visits.callerName), isNull(visits.plate)),
  phone: and(unknown, isNull(visits.phone), isNull(visits.phoneMissing)),
  model: and(uncarded, isNull(visits.model)),
  grade: and(uncarded, isNull(visits.grade)),
  remark: isNull(visits.remark),
}

const whose = ({ scope, withoutConsultant }: VisitReach): SQL | undefined =>
  scope.kind === 'store'
    ? undefined
    : or(
        inArray(visits.consultantId, [...scope.staffIds]),
        withoutConsultant ? isNull(visits.consultantId) : undefined,
      )

function shown(show: VisitFilter['show'], fields: readonly VisitField[]): SQL | undefined {
  if (show === 'here') return here
  if (show === 'uncarded') return uncarded
  if (show === 'incomplete') return or(...fields.map((field) => lacking[field]), sql`0`)
  if (show === 'valid') return eq(visits.withIntent, true)
  if (show === 'no_phone') return isNull(visits.phone)
  return undefined
}

const contains = (column: Parameters<typeof like>[0], text: string): SQL =>
  sql`${column} like ${`%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`

function phoneIsSeen(phones: VisitFilter['phones']): SQL | undefined {
  if (phones === undefined) return sql`0`
  if ('since' in phones) return gte(visits.visitedOn, phones.since)
  if (phones.ownedBy.kind === 'store') return undefined
  const theirs = sql`${visits.customerId} in (select ${customers.customerId} from ${customers} where ${inArray(customers.ownerId, [...phones.ownedBy.staffIds])})`
  return or(unknown, theirs)
}

/** What a typed text may mean: a name, a plate, digits of a phone, a model. Only what the asker sees is searched. */
function matching({ text, phones }: VisitFilter): SQL | undefined {
  const plain = text?.normalize('NFKC').trim() ?? ''
  if (plain === '') return undefined
  const digits = plain.replace(/[\s-]/g, '')
  return or(
    contains(visits.callerName, plain),
    contains(visits.model, plain),
    contains(visits.remark, plain),
    contains(visits.plate, normalisePlate(plain)),
    /^\d{3,}$/.test(digits) ? and(contains(visits.phone, digits), phoneIsSeen(phones)) : undefined,
  )
}

const consultant = alias(staff, 'consultant')
const standsInFor = alias(staff, 'stands_in_for')
const registrar = alias(staff, 'registrar')
const joined = {
  visit: visits,
  consultantName: consultant.name,
  standsInForName: standsInFor.name,
  registeredByName: registrar.name,
  customerName: customers.name,
  customerOwnerId: customers.ownerId,
}

const from = (store: ReadableStore) =>
  drizzleOf(store)
    .select(joined)
    .from(visits)
    .leftJoin(consultant, eq(consultant.staffId, visits.consultantId))
    .leftJoin(standsInFor, eq(standsInFor.staffId, visits.standsInForId))
    .leftJoin(registrar, eq(registrar.staffId, visits.registeredBy))
    .leftJoin(customers, eq(customers.customerId, visits.customerId))

/** A line with the names that belong to it. */
export type ListedVisit = ReturnType<typeof listVisits>['rows'][number]

/** A line with its names, whoever's it is: the caller checks the scope. */
export const findListedVisit = (store: ReadableStore, visitId: string) =>
  from(store).where(eq(visits.visitId, visitId)).get()

/** The register of some dates: open visits first, then the newest. */
export function listVisits(store: ReadableStore, reach: VisitReach, filter: VisitFilter) {
  const where = and(
    gte(visits.visitedOn, filter.from),
    lte(visits.visitedOn, filter.until),
    whose(reach),
    filter.consultantId ? eq(visits.consultantId, filter.consultantId) : undefined,
    shown(filter.show, filter.fields),
    matching(filter),
  )
  const rows = from(store)
    .where(where)
    .orderBy(
      desc(sql`${visits.arrivedTime} is not null and ${visits.leftTime} is null`),
      desc(visits.visitedOn),
      desc(visits.arrivedTime),
      desc(visits.registeredAt),
      asc(visits.visitId),
    )
    .limit(filter.limit)
    .offset(filter.offset)
    .all()
  const total = drizzleOf(store).select({ n: count() }).from(visits).where(where).get()?.n ?? 0
  return { rows, total }
}
