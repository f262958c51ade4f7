import type { VisitKind, VisitOccasion } from '#shared/domain/codes.ts'
import type { RegisterTotals } from '#shared/contract/visits.ts'
import type { VisitField } from '#shared/policy/policy.ts'
import { missingOfVisit, type VisitLine } from './visit-line.ts'

/** A line of the register as its totals see it. */
export interface CountedVisit extends VisitLine {
  readonly kind: VisitKind
  readonly occasion: VisitOccasion
  readonly partySize: number
  readonly arrivedTime: string | null
  readonly leftTime: string | null
  readonly orderedOnSpot: boolean
  readonly testDrive: boolean
  readonly cardedOn: string | null
}

/** Whether he is still here: somebody who came and has not left. A line from before the times were kept is over. */
export const isHere = ({ arrivedTime, leftTime }: Pick<CountedVisit, 'arrivedTime' | 'leftTime'>): boolean =>
  arrivedTime !== null && leftTime === null

/** 有效 without a card: the visitor has an intent and is nobody's customer yet. */
export const isUncarded = ({
  withIntent,
  customerId,
}: Pick<VisitLine, 'withIntent' | 'customerId'>): boolean => withIntent && customerId === null

/** 合计每天来店(电)批次: the foot of the register, those included who left no data. */
export function totalsOf(lines: readonly CountedVisit[], fields: readonly VisitField[]): RegisterTotals {
  const count = (which: (line: CountedVisit) => boolean) => lines.filter(which).length
  return {
    visits: lines.length,
    walkIns: count(({ kind }) => kind === 'walk_in'),
    callIns: count(({ kind }) => kind === 'call_in'),
    first: count(({ occasion }) => occasion === 'first'),
    repeat: count(({ occasion }) => occasion === 'repeat'),
    people: lines.reduce((sum, { partySize }) => sum + partySize, 0),
    valid: count(({ withIntent }) => withIntent),
    withPhone: count(({ phone }) => phone !== null),
    carded: count(({ cardedOn }) => cardedOn !== null),
    uncarded: count(isUncarded),
    orderedOnSpot: count(({ orderedOnSpot }) => orderedOnSpot),
    testDrives: count(({ testDrive }) => testDrive),
    open: count(isHere),
    incomplete: count((line) => missingOfVisit(line, fields).length > 0),
  }
}
