import { and, asc, count, eq, inArray, isNull, like, sql, type SQL } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { OpportunityStatus } from '#shared/domain/codes.ts'
import { normalisePlate } from '#shared/domain/plate.ts'
import { highestGrade } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { drizzleOf, type ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { OpportunityRow } from '../rows.ts'
import { customerPhones, customers, opportunities, plans, sharedPhones, staff } from '../schema/index.ts'
import { listOpportunities } from './customers.ts'

/** The grade of a customer is the highest among his open opportunities (R-3.6). */
export const highestOpenGrade = (store: ReadableStore, customerId: string, policy: Policy): string | null =>
  highestGrade(
    policy,
    listOpportunities(store, customerId)
      .filter(({ status }) => status === 'open' || status === 'lost_waiting')
      .map(({ grade }) => grade),
  ) ?? null

const weight: Readonly<Record<OpportunityStatus, number>> = {
  open: 0,
  lost_waiting: 1,
  ordered: 2,
  delivered: 3,
  lost: 4,
}

/** The opportunity a customer is shown by: open before ended, hottest grade first (R-3.6). */
export function leadingOpportunity(
  rows: readonly OpportunityRow[],
  policy: Policy,
): OpportunityRow | undefined {
  const place = (code: string) =>
    policy.grades.find((grade) => grade.code === code)?.order ?? Number.MAX_SAFE_INTEGER
  return [...rows].sort(
    (a, b) =>
      weight[a.status] - weight[b.status] ||
      place(a.grade) - place(b.grade) ||
      (a.openedOn < b.openedOn ? 1 : -1),
  )[0]
}

const nextPlan = prepared((db) =>
  db
    .select({ dueOn: plans.dueOn })
    .from(plans)
    .where(and(eq(plans.opportunityId, sql.placeholder('id')), eq(plans.status, 'open')))
    .orderBy(asc(plans.dueOn))
    .limit(1)
    .prepare(),
)
export const findNextPlanOn = (store: ReadableStore, opportunityId: string) =>
  nextPlan(store).get({ id: opportunityId })?.dueOn ?? null

export interface CustomerFilter {
  readonly text?: string | undefined
  readonly grade?: string | undefined
  readonly ownerId?: string | undefined
  readonly status?: OpportunityStatus | undefined
  readonly offset: number
  readonly limit: number
}

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const contains = (column: Parameters<typeof like>[0], text: string): SQL =>
  sql`${column} like ${`%${escaped(text)}%`} escape '\\'`
const startsWith = (column: Parameters<typeof like>[0], text: string): SQL =>
  sql`${column} >= ${text} and ${column} < ${`${text}\uffff`}`

/**
 * What a typed text can mean: a phone tail, pinyin or initials, a plate, a remark with its grade, a name. Each meaning is asked of
 * its own index, and what they find is put together; asked in one condition, they would read every customer whole.
 */
function matching(text: string, policy: Policy, within: SQL | undefined): SQL | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return undefined
  const rowsWhere = (condition: SQL): SQL =>
    sql`select ${customers}.rowid from ${customers} where ${condition}`
  const rowsOf = (customerIds: SQL): SQL => rowsWhere(sql`${customers.customerId} in (${customerIds})`)
  const digits = plain.replace(/[\s-]/g, '')
  // The index of an owner's customers holds their names as well; of everything else the index knows no owner.
  const named = contains(customers.name, plain)
  const found: SQL[] = [rowsWhere(and(within, named) ?? named)]
  if (/^\+?\d{3,}$/.test(digits)) {
    const tail = [...digits.replace(/^\+?(86)?(?=1\d{10}$)/, '')].reverse().join('')
    const byTail = sql`select ${customerPhones.customerId} from ${customerPhones} where ${startsWith(customerPhones.reversed, tail)}`
    // Shared phones are few: their tails are found by reading them (R-3.4a).
    const byShared = sql`select ${sharedPhones.customerId} from ${sharedPhones} where ${sharedPhones.phone} like ${`%${[...tail].reverse().join('')}`}`
    found.push(rowsOf(sql`${byTail} union ${byShared}`))
  }
  if (/^[a-zA-Z ]+$/.test(plain)) {
    const letters = plain.toLowerCase().replaceAll(' ', '')
    found.push(
      rowsWhere(startsWith(customers.pinyin, letters)),
      rowsWhere(startsWith(customers.initials, letters)),
    )
  }
  if (/[\p{Script=Han}A-Z0-9][A-Z0-9]/iu.test(plain))
    found.push(rowsWhere(contains(customers.plate, normalisePlate(plain))))
  const [head = '', ...rest] = plain.split(/\s+/)
  const grade = policy.grades.find((each) => each.code === head.toUpperCase())
  const remark = rest.join(' ')
  if (grade) {
    const ofGrade = sql`select ${opportunities.customerId} from ${opportunities} where ${opportunities.grade} = ${grade.code}`
    found.push(
      rowsOf(
        remark === ''
          ? sql`${ofGrade} and ${opportunities.status} = 'open'`
          : sql`${ofGrade} and ${startsWith(opportunities.remark, remark)}`,
      ),
    )
  }
  return sql`${customers}.rowid in (${sql.join(found, sql` union all `)})`
}

/** Customers of a scope that match, in order of name. */
export function searchCustomers(store: ReadableStore, scope: Scope, filter: CustomerFilter, policy: Policy) {
  const { grade, status, ownerId } = filter
  const ofOpportunity =
    grade || status
      ? sql`exists (select 1 from ${opportunities} where ${opportunities.customerId} = ${customers.customerId} and ${
          and(
            grade ? eq(opportunities.grade, grade) : undefined,
            status
              ? eq(opportunities.status, status)
              : inArray(opportunities.status, ['open', 'lost_waiting']),
          ) ?? sql`1`
        })`
      : undefined
  const ofOwner = and(
    scope.kind === 'staff' ? inArray(customers.ownerId, [...scope.staffIds]) : undefined,
    ownerId ? eq(customers.ownerId, ownerId) : undefined,
  )
  const where = and(
    isNull(customers.mergedIntoId),
    isNull(customers.erasedOn),
    ofOwner,
    filter.text ? matching(filter.text, policy, ofOwner) : undefined,
    ofOpportunity,
  )
  const db = drizzleOf(store)
  const rows = db
    .select({ customer: customers, ownerName: staff.name })
    .from(customers)
    .leftJoin(staff, eq(staff.staffId, customers.ownerId))
    .where(where)
    .orderBy(asc(customers.name), asc(customers.customerId))
    .limit(filter.limit + 1)
    .offset(filter.offset)
    .all()
  const more = rows.length > filter.limit
  const total =
    !more && filter.offset === 0
      ? rows.length
      : (db.select({ n: count() }).from(customers).where(where).get()?.n ?? 0)
  return { rows: rows.slice(0, filter.limit), more, total }
}
