import {
  violationKinds,
  violationStatuses,
  type ViolationKind,
  type ViolationStatus,
} from '#shared/domain/codes.ts'
import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'

/** The filters of the list, which the address carries: they are there again when one comes back. */
export interface ViolationSearch {
  readonly from?: BusinessDate
  readonly until?: BusinessDate
  readonly staffId?: string
  readonly kind?: ViolationKind
  readonly status?: ViolationStatus
}

const readDate = (raw: unknown) => (typeof raw === 'string' ? parseBusinessDate(raw) : undefined)

/** Reads an address, leaving out what is no filter. */
export function readViolationSearch(raw: Record<string, unknown>): ViolationSearch {
  const found = {
    from: readDate(raw['from']),
    until: readDate(raw['until']),
    staffId: typeof raw['staffId'] === 'string' ? raw['staffId'] : undefined,
    kind: violationKinds.find((each) => each === raw['kind']),
    status: violationStatuses.find((each) => each === raw['status']),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
