import type { Match } from '#shared/contract/duplicates.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { likenessOf, type Comparable } from '#main/rules/match-ladder.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { highestOpenGrade } from '#main/store/read/customer-list.ts'
import {
  listByName,
  listByPhone,
  listByPlate,
  listOpenModels,
  type Candidate,
} from '#main/store/read/duplicates.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import { mayOpen } from '#main/commands/subjects.ts'

/** Who is compared with everybody on record; what is not known agrees with nobody. */
export interface Suspect {
  readonly phone?: string | undefined
  readonly plate?: string | undefined
  readonly pinyin?: string | undefined
  readonly area?: string | undefined
  readonly models: readonly string[]
  readonly familyId: string | null
  /** Whose record it is already. */
  readonly customerId?: string | undefined
}

/** How many are told of each rung: enough to recognise somebody by, and never a list of customers. */
const toldOfARung = 5
const rungs = ['phone', 'plate', 'name', 'relative'] as const

/** R-3.4a The records that may be the same person, strongest rung first, relatives last. */
export function findLike(store: ReadableStore, suspect: Suspect) {
  const except = suspect.customerId ?? ''
  const { phone, plate, pinyin, area, models } = suspect
  const found = new Map<string, Candidate>()
  const add = (rows: readonly Candidate[]) => {
    for (const row of rows) if (row.customerId !== except) found.set(row.customerId, row)
  }
  const users = phone ? listByPhone(store, phone) : []
  add(users)
  if (plate) add(listByPlate(store, plate, except, toldOfARung))
  if (pinyin && (area || models.length > 0))
    add(listByName(store, { pinyin, area: area ?? null, models, except }, toldOfARung))
  const own: Comparable = {
    phones: [phone ?? null],
    plate: plate ?? null,
    pinyin: pinyin ?? null,
    area: area ?? null,
    models,
    familyId: suspect.familyId,
  }
  return [...found.values()]
    .flatMap((row) => {
      const uses = users.some(({ customerId }) => customerId === row.customerId)
      const { plate: his, pinyin: sound, area: place, familyId, customerId } = row
      const likeness = likenessOf(own, {
        phones: uses ? own.phones : [],
        plate: his,
        pinyin: sound,
        area: place,
        models: listOpenModels(store, customerId),
        familyId,
      })
      return likeness ? [{ row, likeness }] : []
    })
    .sort((a, b) => rungs.indexOf(a.likeness.level) - rungs.indexOf(b.likeness.level))
}
type Like = ReturnType<typeof findLike>[number]

/** A match as the asker may know it: of somebody else's customer no more than the mask and the owner. */
export function tellMatch(store: ReadableStore, context: Context, { row, likeness }: Like): Match {
  const open = mayOpen(context, row)
  const { customerId, ownerId, ownerName } = row
  const told = { level: likeness.level, agrees: [...likeness.agrees], customerId, ownerId, ownerName }
  if (!open) {
    const nothing = { phone: null, plate: null, area: null, model: null, grade: null, lastContactOn: null }
    return { ...told, ...nothing, name: maskName(row.name), masked: true, mayOpen: false }
  }
  return {
    ...told,
    name: row.name,
    masked: false,
    phone: row.mobile,
    plate: row.plate,
    area: row.area,
    model: listOpenModels(store, customerId)[0] ?? null,
    grade: highestOpenGrade(store, customerId, context.policy),
    lastContactOn: row.lastContactOn,
    mayOpen: true,
  }
}

/** Named in the warnings of one act; more would not be read. */
const warnedAtMost = 3

/**
 * R-3.4a What a saved customer has in common with others, as warnings. A phone is not warned of here: it blocks, and whoever
 * allows it knows.
 */
export function warnOfLike(store: ReadableStore, context: Context, customer: CustomerRow): Reason[] {
  const like = findLike(store, {
    plate: customer.plate ?? undefined,
    pinyin: customer.pinyin,
    area: customer.area ?? undefined,
    models: listOpenModels(store, customer.customerId),
    familyId: customer.familyId,
    customerId: customer.customerId,
  })
  return like
    .filter(({ likeness }) => likeness.level !== 'relative')
    .slice(0, warnedAtMost)
    .map(({ row, likeness }) =>
      reason('possible_duplicate', {
        field: likeness.level === 'plate' ? 'customer.plate' : 'customer.name',
        duplicateLevel: likeness.level,
        customerId: row.customerId,
        name: mayOpen(context, row) ? row.name : maskName(row.name),
        ownerName: row.ownerName,
      }),
    )
}
