import { eq, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { InstructionStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import { followUps, instructions } from '../schema/index.ts'
import type { InstructionRow } from '../rows.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(instructions)
    .where(eq(instructions.instructionId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks who may know of it. */
export const findInstruction = (store: ReadableStore, instructionId: string): InstructionRow | undefined =>
  byId(store).get({ id: instructionId })

const customerOf = prepared((db) =>
  db
    .select({ customerId: followUps.customerId })
    .from(followUps)
    .where(eq(followUps.followUpId, sql.placeholder('id')))
    .prepare(),
)
/** Whose follow-up it is. */
export const customerOfFollowUp = (store: ReadableStore, followUpId: string): string | undefined =>
  customerOf(store).get({ id: followUpId })?.customerId

/** An instruction with the names of everybody who has to do with it. */
export interface NamedInstruction {
  readonly instructionId: string
  readonly customerId: string
  readonly customerName: string
  /** Who owns the customer now: of a closed one he may be another than who answered. */
  readonly ownerId: string | null
  readonly followUpId: string | null
  readonly staffId: string
  readonly staffName: string
  readonly givenBy: string
  readonly giverName: string
  readonly givenOn: BusinessDate
  readonly givenAt: Instant
  readonly text: string
  readonly dueOn: BusinessDate | null
  readonly proposedGrade: string | null
  readonly helperId: string | null
  readonly helperName: string | null
  readonly seenAt: Instant | null
  readonly answer: string | null
  readonly answeredAt: Instant | null
  readonly answeredBy: string | null
  readonly closedAt: Instant | null
  readonly closedBy: string | null
}

const named = (from: string) => `
  select i.instruction_id as instructionId, i.customer_id as customerId, c.name as customerName, c.owner_id as ownerId,
    i.follow_up_id as followUpId, i.staff_id as staffId, s.name as staffName, i.given_by as givenBy,
    coalesce(g.name, i.given_by) as giverName, i.given_on as givenOn, i.given_at as givenAt, i.text, i.due_on as dueOn,
    i.proposed_grade as proposedGrade, i.helper_id as helperId, h.name as helperName, i.seen_at as seenAt, i.answer,
    i.answered_at as answeredAt, coalesce(a.name, i.answered_by) as answeredBy, i.closed_at as closedAt,
    coalesce(d.name, i.closed_by) as closedBy
  from ${from}
  join customers c on c.customer_id = i.customer_id join staff s on s.staff_id = i.staff_id
  left join staff g on g.staff_id = i.given_by left join staff h on h.staff_id = i.helper_id
  left join staff a on a.staff_id = i.answered_by left join staff d on d.staff_id = i.closed_by`

const status = `case when i.closed_at is not null then 'closed' when i.answered_at is not null then 'answered'
  when i.seen_at is not null then 'seen' else 'given' end`
const filter = `(${whoseRows('i.staff_id')} or i.helper_id = @me or i.given_by = @me)
  and (@staffId is null or i.staff_id = @staffId or i.helper_id = @staffId)
  and (@status is null or ${status} = @status) and (@open is null or (i.closed_at is null) = @open)`
const newest = 'order by i.given_at desc, i.rowid desc'
interface Parameters extends Record<string, unknown> {
  readonly staffIds: string | null
  readonly me: string
}

const statementsOf = (from: string, where: string) => ({
  page: preparedSql<NamedInstruction, Parameters>(
    `${named(`(select * , rowid from ${from} where ${where} and ${filter} ${newest} limit @limit offset @offset) i`)} ${newest}`,
  ),
  count: preparedSql<{ n: number }, Parameters>(
    `select count(*) as n from ${from} where ${where} and ${filter}`,
  ),
})
const ofAll = statementsOf('instructions i', '@customerId is null')
const ofCustomer = statementsOf(
  'instructions i indexed by instructions_customer',
  'i.customer_id = @customerId',
)

export interface InstructionFilter {
  readonly customerId?: string | undefined
  /** Who is to answer or to help. */
  readonly staffId?: string | undefined
  readonly status?: InstructionStatus | undefined
  readonly open?: boolean | undefined
}

/** R-9.5 What somebody may know of: his consultants', what he gave, what he helps with. Newest first. */
export function listInstructions(
  store: ReadableStore,
  { scope, me }: { readonly scope: Scope; readonly me: string },
  { customerId, staffId, status: wanted, open }: InstructionFilter,
  page: { readonly limit: number; readonly offset: number },
): { readonly rows: NamedInstruction[]; readonly total: number } {
  const parameters = {
    staffIds: scopeParameter(scope),
    me,
    customerId: customerId ?? null,
    staffId: staffId ?? null,
    status: wanted ?? null,
    open: open === undefined ? null : Number(open),
  }
  const { page: rows, count } = customerId ? ofCustomer : ofAll
  return {
    rows: rows(store).all({ ...parameters, ...page }),
    total: count(store).get(parameters)?.n ?? 0,
  }
}

const onCustomer = preparedSql<NamedInstruction, { customerId: string }>(
  `${named('instructions i indexed by instructions_customer')} where i.customer_id = @customerId ${newest}`,
)
/** All instructions on a customer, newest first: for whoever may open his card. */
export const listInstructionsOfCustomer = (store: ReadableStore, customerId: string): NamedInstruction[] =>
  onCustomer(store).all({ customerId })

const answeredThen = 'i.answered_at < @endsAt and (i.closed_at is null or i.closed_at >= @endsAt)'
const oldestAnswer = 'order by i.answered_at, i.instruction_id'
const givenByOne = preparedSql<NamedInstruction, { giverId: string; endsAt: Instant }>(
  `${named('instructions i indexed by instructions_given')}
   where i.given_by = @giverId and ${answeredThen} ${oldestAnswer}`,
)
/** What somebody gave that was answered by a moment and not closed by then; the oldest answer first. */
export const listAnsweredThen = (
  store: ReadableStore,
  giverId: string,
  endsAt: Instant,
): NamedInstruction[] => givenByOne(store).all({ giverId, endsAt })

const givenByLeavers = preparedSql<NamedInstruction, { staffIds: string | null; endsAt: Instant }>(
  `${named(`(select i.* from staff r
     join instructions i indexed by instructions_given on i.given_by = r.staff_id
     where r.status = 'resigned' and ${answeredThen} and ${whoseRows('i.staff_id')}) i`)} ${oldestAnswer}`,
)
/** The same of givers who have left, on consultants within reach: somebody else closes for them. */
export const listAnsweredOfLeavers = (
  store: ReadableStore,
  scope: Scope,
  endsAt: Instant,
): NamedInstruction[] => givenByLeavers(store).all({ staffIds: scopeParameter(scope), endsAt })

/** An instruction that waits for an answer, as the to-do list shows it. */
export interface WaitingInstruction extends NamedInstruction {
  readonly phone: string | null
  readonly asHelper: 0 | 1
}
const waiting = preparedSql<WaitingInstruction, { staffId: string; on: string }>(
  `select n.*, c.mobile as phone, n.staffId <> @staffId as asHelper from (${named(`(
     select * from instructions indexed by instructions_staff where staff_id = @staffId and answered_at is null and given_on <= @on
     union all
     select * from instructions indexed by instructions_helper
     where helper_id = @staffId and closed_at is null and answered_at is null and given_on <= @on and staff_id <> @staffId
   ) i`)}) n join customers c on c.customer_id = n.customerId
   order by n.givenAt, n.instructionId`,
)
/** Instructions that wait for somebody's answer, as owner or as helper (R-9.5, R-9.7). */
export const listUnanswered = (store: ReadableStore, staffId: string, on: BusinessDate) =>
  waiting(store).all({ staffId, on })
