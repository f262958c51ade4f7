import { texts } from '#shared/text/index.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomer, listPhones } from '#main/store/read/customers.ts'
import { listSharedBy } from '#main/store/read/duplicates.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { addErasure, markErased } from '#main/store/write/erasures.ts'
import { eraseDismissals, eraseRows, sweepRows } from '#main/store/write/erasing/erase-rows.ts'
import { redactSheets, redactTrail } from '#main/store/write/erasing/redact-evidence.ts'
import { removeRelative } from '#main/store/write/relatives.ts'
import { releasePhone } from '#main/commands/duplicates/shared-phones.ts'
import { familyOf, settleFamilies } from '#main/commands/customers/relatives.ts'
import { whereToLook, type LookedUpInFull, type Person } from './person.ts'

export interface TakingAway extends Pick<Context, 'today' | 'newId' | 'store'> {
  readonly customerId: string
  readonly erasedBy: string
  readonly erasedAt: Instant
  readonly reason: string
  /** What was found before the act; without it everything is looked at in it. */
  readonly found?: LookedUpInFull | undefined
}

/** He is nobody's relative any more, and his numbers are free, or go to whoever shares them (R-3.4a, R-3.5). */
function letGo(store: WritableStore, context: Pick<Context, 'newId'>, ids: readonly string[]): void {
  for (const customerId of ids) {
    const row = findCustomer(store, customerId)
    const members = row ? familyOf(store, row) : []
    const links = listRelatives(store, customerId)
    for (const { linkId } of links) removeRelative(store, linkId)
    if (links.length > 0) settleFamilies(store, context, members)
    for (const phone of listPhones(store, customerId)) releasePhone(store, customerId, phone)
    for (const { phone } of listSharedBy(store, customerId)) releasePhone(store, customerId, phone)
  }
}

/** Takes a person out of every row, the trail and the sheets; what happened and every figure stay. Returns how many texts were redacted. */
export function takeAway(store: WritableStore, person: Person, act: TakingAway): number {
  const { reach, take, rows } = person
  const { today, newId, store: file, customerId, erasedBy, erasedAt, reason } = act
  const erasing = { erasureId: newId(), newId, rows }
  const where = whereToLook(store, act.found)
  addErasure(store, {
    erasureId: erasing.erasureId,
    customerId,
    erasedOn: today,
    erasedAt,
    erasedBy,
    reason,
  })
  letGo(store, act, reach.ids)
  const words = texts[file.locale === 'en' ? 'en' : 'zh-CN'].records
  eraseRows(store, erasing, reach, take, words.erasedCustomer)
  sweepRows(store, erasing, reach, take, where?.rows)
  eraseDismissals(store, reach, take)
  const redacted = redactSheets(store, erasing, take) + redactTrail(store, erasing, take, where?.entries)
  for (const id of reach.ids) {
    const now = findCustomer(store, id)
    if (now) markErased(store, id, { erasedOn: today, version: now.version + 1 })
  }
  return redacted
}
