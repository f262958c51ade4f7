import { mergedFields, type MergedField, type MergeSide } from '#shared/contract/duplicates.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { isBirthdayUnknown } from './field-levels.ts'

/** What of a record stands in the fields of the card, and what tells which record is the newer one. */
export type MergedRecord = Readonly<Record<MergedField, string | null>> & {
  readonly lastContactOn: BusinessDate | null
  readonly createdOn: BusinessDate
  readonly createdAt: number
}

export interface FieldToMerge {
  readonly field: MergedField
  readonly kept: string | null
  readonly dropped: string | null
  readonly differs: boolean
  readonly choice: MergeSide
}

/** An unknown birthday is an empty field, and so is a gender that nobody noted. */
const filled = (field: MergedField, value: string | null): boolean =>
  value !== null &&
  value.trim() !== '' &&
  !(field === 'birthday' && isBirthdayUnknown(value)) &&
  !(field === 'gender' && value === 'unknown')

/** Whether the record that would be dropped was worked with later than the one that stays. */
function droppedIsNewer(kept: MergedRecord, dropped: MergedRecord): boolean {
  const lastOf = ({ lastContactOn, createdOn }: MergedRecord) => lastContactOn ?? createdOn
  if (lastOf(kept) !== lastOf(dropped)) return lastOf(dropped) > lastOf(kept)
  return dropped.createdAt > kept.createdAt
}

/**
 * R-3.4a 合并: the fields of two records side by side, each with the side that is proposed: the one that is filled; where both
 * are and differ, that of the record with the later contact (or the later registration). What is equal stays with the kept one.
 */
export function proposeFields(kept: MergedRecord, dropped: MergedRecord): FieldToMerge[] {
  const newer: MergeSide = droppedIsNewer(kept, dropped) ? 'dropped' : 'kept'
  return mergedFields.map((field) => {
    const [one, other] = [kept[field], dropped[field]]
    const [has, otherHas] = [filled(field, one), filled(field, other)]
    const differs = (one ?? '') !== (other ?? '')
    const choice = !differs || !otherHas ? 'kept' : has ? newer : 'dropped'
    return { field, kept: one, dropped: other, differs, choice }
  })
}
