import type { CallOutput } from '../../api/calls.ts'

export type Pair = CallOutput<'duplicates.list'>['rows'][number]
export type MergePreview = CallOutput<'merges.preview'>

/** What tells a pair in a list. */
export const keyOfPair = ({ first, second }: Pair): string => `${first.customerId} ${second.customerId}`

/** The record that is proposed to stay: the one with an open deal, else the one that was registered first. */
export function proposeKept({ first, second }: Pair): {
  readonly firstId: string
  readonly secondId: string
} {
  const isOpen = (side: Pair['first']) => side.grade !== null
  const swap = isOpen(first) === isOpen(second) ? second.createdOn < first.createdOn : isOpen(second)
  const [kept, dropped] = swap ? [second, first] : [first, second]
  return { firstId: kept.customerId, secondId: dropped.customerId }
}
