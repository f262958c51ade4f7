import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import type { SharedPhoneRow } from '../rows.ts'

/** Records that may be one customer, and phones that two of them share (R-3.4a). Merged records are nobody any more. */

export interface Candidate {
  readonly customerId: string
  readonly name: string
  readonly pinyin: string
  readonly mobile: string
  readonly plate: string | null
  readonly area: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly familyId: string | null
  readonly lastContactOn: BusinessDate | null
}
const columns = `c.customer_id as customerId, c.name, c.pinyin, c.mobile, c.plate, c.area, c.owner_id as ownerId,
  s.name as ownerName, c.family_id as familyId, c.last_contact_on as lastContactOn`

export const byPhoneSql = `select ${columns} from (
    select customer_id from customer_phones where phone = @phone
    union select customer_id from shared_phones indexed by shared_phones_pair where phone = @phone) p
  join customers c on c.customer_id = p.customer_id left join staff s on s.staff_id = c.owner_id`
const byPhone = preparedSql<Candidate, { phone: string }>(byPhoneSql)
/** Everybody who uses a phone: whose it is, and who shares it. */
export const listByPhone = (store: ReadableStore, phone: string): Candidate[] => byPhone(store).all({ phone })

export const byPlateSql = `select ${columns} from customers c indexed by customers_plate
  left join staff s on s.staff_id = c.owner_id
  where c.plate = @plate and c.merged_into_id is null and c.erased_on is null and c.customer_id <> @except
  order by c.last_contact_on desc limit @most`
const byPlate = preparedSql<Candidate, { plate: string; except: string; most: number }>(byPlateSql)
export const listByPlate = (store: ReadableStore, plate: string, except: string, most: number): Candidate[] =>
  byPlate(store).all({ plate, except, most })

const hasModel = `exists (select 1 from opportunities o indexed by opportunities_customer
  where o.customer_id = c.customer_id and o.status in ('open', 'lost_waiting')
    and o.model in (select value from json_each(@models)))`
export const byNameSql = `select ${columns} from customers c indexed by customers_pinyin
  left join staff s on s.staff_id = c.owner_id
  where c.pinyin = @pinyin and c.merged_into_id is null and c.erased_on is null and c.customer_id <> @except
    and (c.area = @area or (@models <> '[]' and ${hasModel}))
  limit @most`
const byName = preparedSql<
  Candidate,
  { pinyin: string; area: string; models: string; except: string; most: number }
>(byNameSql)
/** Names that sound the same, where the area or the model of an open opportunity is the same too. */
export const listByName = (
  store: ReadableStore,
  like: {
    readonly pinyin: string
    readonly area: string | null
    readonly models: readonly string[]
    readonly except: string
  },
  most: number,
): Candidate[] =>
  byName(store).all({ ...like, area: like.area ?? '', models: JSON.stringify(like.models), most })

const models = preparedSql<{ model: string }, { customerId: string }>(
  `select model from opportunities indexed by opportunities_customer
   where customer_id = @customerId and status in ('open', 'lost_waiting') and model is not null and model <> ''`,
)
/** The models of a customer's open opportunities. */
export const listOpenModels = (store: ReadableStore, customerId: string): string[] =>
  models(store)
    .all({ customerId })
    .map(({ model }) => model)

const sharedColumns = `shared_phone_id as sharedPhoneId, phone, customer_id as customerId, reason,
  allowed_by as allowedBy, allowed_on as allowedOn, allowed_at as allowedAt`
const sharers = preparedSql<SharedPhoneRow, { phone: string }>(
  `select ${sharedColumns} from shared_phones indexed by shared_phones_pair where phone = @phone
   order by allowed_at, rowid`,
)
/** Who uses a phone beside the customer to whom it belongs, the longest known first. */
export const listSharers = (store: ReadableStore, phone: string): SharedPhoneRow[] =>
  sharers(store).all({ phone })

const sharedBy = preparedSql<SharedPhoneRow, { customerId: string }>(
  `select ${sharedColumns} from shared_phones indexed by shared_phones_customer where customer_id = @customerId
   order by allowed_at, rowid`,
)
/** The phones that a customer shares with those to whom they belong. */
export const listSharedBy = (store: ReadableStore, customerId: string): SharedPhoneRow[] =>
  sharedBy(store).all({ customerId })

export interface Sharing {
  readonly phone: string
  readonly customerId: string
  readonly name: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly reason: string
  readonly allowedBy: string
  readonly allowedOn: BusinessDate
}
const sharingColumns = `c.customer_id as customerId, c.name, c.owner_id as ownerId, s.name as ownerName, h.reason,
  coalesce(a.name, h.allowed_by) as allowedBy, h.allowed_on as allowedOn`
const sharing = preparedSql<Sharing, { customerId: string }>(
  `select h.phone, ${sharingColumns}
   from customer_phones p indexed by customer_phones_customer
   join shared_phones h indexed by shared_phones_pair on h.phone = p.phone
   join customers c on c.customer_id = h.customer_id
   left join staff s on s.staff_id = c.owner_id left join staff a on a.staff_id = h.allowed_by
   where p.customer_id = @customerId
   union all
   select h.phone, ${sharingColumns}
   from shared_phones h indexed by shared_phones_customer join customer_phones p on p.phone = h.phone
   join customers c on c.customer_id = p.customer_id
   left join staff s on s.staff_id = c.owner_id left join staff a on a.staff_id = h.allowed_by
   where h.customer_id = @customerId
   union all
   select h.phone, ${sharingColumns}
   from shared_phones mine indexed by shared_phones_customer
   join shared_phones h indexed by shared_phones_pair on h.phone = mine.phone and h.customer_id <> @customerId
   join customers c on c.customer_id = h.customer_id
   left join staff s on s.staff_id = c.owner_id left join staff a on a.staff_id = h.allowed_by
   where mine.customer_id = @customerId
   order by 1, 3, 2`,
)
/** With whom a customer shares a phone, whoever of them had it first (共用电话). */
export const listSharing = (store: ReadableStore, customerId: string): Sharing[] =>
  sharing(store).all({ customerId })

const dismissal = preparedSql<
  { reason: string; by: string; on: BusinessDate },
  { first: string; second: string }
>(
  `select d.reason, coalesce(s.name, d.dismissed_by) as "by", d.dismissed_on as "on"
   from duplicate_dismissals d left join staff s on s.staff_id = d.dismissed_by
   where d.first_id = @first and d.second_id = @second`,
)
/** The two ids of a pair in the order in which they are kept. */
export const ordered = (one: string, other: string): { readonly first: string; readonly second: string } =>
  one < other ? { first: one, second: other } : { first: other, second: one }

/** Whether somebody found a pair to be two people; who, when and why. */
export const findDismissal = (store: ReadableStore, one: string, other: string) =>
  dismissal(store).get(ordered(one, other))
