import type { Locale } from '#shared/contract/setup.ts'
import { closeReading, openAtOneMoment } from '#main/store/open.ts'
import { verifyStore, type Verification } from './index.ts'

/** Checks a store that another process has open, on a connection that only reads (P7): what is said is of one moment of it. */
export function verifyOwned(file: string, locale: Locale): Verification {
  const store = openAtOneMoment(file)
  try {
    return verifyStore(store, locale)
  } finally {
    closeReading(store)
  }
}
