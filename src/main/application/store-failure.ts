import { storeHolder, type Locale, type StoreHolder } from '#shared/contract/setup.ts'
import type { StoreFailureKind } from '#shared/domain/codes.ts'
import type { Failure } from '#shared/errors.ts'
import { texts } from '#shared/text/index.ts'

/** Which of the few ways it is in which a store does not open. */
export function failureKind({ code, data }: Failure): StoreFailureKind {
  switch (code) {
    case 'STORE_DAMAGED':
      return 'damaged'
    case 'STORE_FROM_FUTURE':
      return 'from_future'
    case 'STORE_NOT_MIGRATED':
      return 'not_migrated'
    case 'STORE_BUSY':
      return 'busy'
    case 'STORE_FULL':
      return 'full'
    case 'STORE_READ_ONLY':
      return 'read_only'
    case 'FILE_REFUSED':
      return data?.['reason'] === 'network_share' ? 'network_share' : 'not_found'
    default:
      return 'other'
  }
}

/** What a shell must know to show a store that does not open: of which kind it is, what is safe, and who has it. */
export function kindOf(
  failure: Failure,
  locale: Locale,
): { readonly kind: StoreFailureKind; readonly safe: string; readonly holder: StoreHolder | null } {
  const kind = failureKind(failure)
  const holder = storeHolder.safeParse(failure.data?.['who'])
  return { kind, safe: texts[locale].storeFailures.safe[kind], holder: holder.data ?? null }
}
