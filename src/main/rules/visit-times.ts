import type { VisitKind } from '#shared/domain/codes.ts'
import type { Issue } from '#shared/errors.ts'

/** When a visitor came and went, `HH:MM` of the date of his visit. */
export interface VisitTimes {
  readonly arrivedTime: string | null
  readonly leftTime: string | null
}

/**
 * 进店、离去时间 of one date: arrival and leaving lie not in the future, and he leaves not before he came; the same minute is
 * allowed. `now` is the time of day while it is that date, and null on a date that is over.
 */
export function checkVisitTimes({ arrivedTime, leftTime }: VisitTimes, now: string | null): Issue[] {
  const issues: Issue[] = []
  const ahead = (time: string | null) => now !== null && time !== null && time > now
  if (ahead(arrivedTime)) issues.push({ field: 'arrivedTime', code: 'time_in_future', data: { now } })
  if (ahead(leftTime)) issues.push({ field: 'leftTime', code: 'time_in_future', data: { now } })
  if (arrivedTime !== null && leftTime !== null && leftTime < arrivedTime)
    issues.push({ field: 'leftTime', code: 'before_arrival', data: { arrivedTime } })
  return issues
}

/** What is written when nothing is said: he came now, and a call is over when it is written down (chosen). */
export function completeVisitTimes(
  { kind, arrivedTime, leftTime }: { kind: VisitKind; arrivedTime?: string; leftTime?: string | null },
  now: string,
): VisitTimes & { readonly arrivedTime: string } {
  const arrived = arrivedTime ?? now
  return {
    arrivedTime: arrived,
    leftTime: leftTime ?? (kind === 'call_in' && leftTime === undefined ? arrived : null),
  }
}
