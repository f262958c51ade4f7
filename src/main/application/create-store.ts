import { existsSync, rmSync } from 'node:fs'
import { businessDateAt, type Instant } from '#shared/time/instant.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import type { PolicyPreset, StoreKind } from '#shared/domain/codes.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { newId } from '#main/platform/ids.ts'
import { passwordProblem } from '#main/platform/password-rules.ts'
import { hashPassword } from '#main/platform/password.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { addStaff, setCredential } from '#main/store/write/staff.ts'
import { foundStore } from '#main/store/write/store.ts'

/** The zone of a store unless it says otherwise: all of China has one. */
export const defaultZone = 'Asia/Shanghai'

export interface NewStore {
  readonly file: string
  readonly migrationsFolder: string
  readonly name: string
  readonly kind: StoreKind
  readonly policy: PolicyPreset
  readonly locale: Locale
  readonly zone?: string
  readonly now: Instant
  readonly admin: { readonly name: string; readonly login: string; readonly password: string }
}

/**
 * Makes a store file with its policy and its administrator. There is no default account (S4).
 * Refuses with VALIDATION_FAILED for a bad password, FILE_REFUSED where a file is in the way; leaves nothing half-made.
 */
export function createStore(options: NewStore): { readonly staffId: string } {
  const { file, name, kind, locale, now, admin } = options
  const zone = options.zone ?? defaultZone
  const problem = passwordProblem(admin.password, {
    training: kind === 'training',
    about: [admin.login, admin.name, name],
  })
  if (problem) refuseField('admin.password', problem.code, problem.data)
  if (existsSync(file)) refuse('FILE_REFUSED', { reason: 'exists' })
  const store = openStore(file, { migrationsFolder: options.migrationsFolder, create: true })
  try {
    const staffId = newId()
    inTransaction(store, (writable) => {
      foundStore(
        writable,
        { name, kind, zone, locale, createdOn: businessDateAt(now, zone) },
        { policy: presets[options.policy], publishedAt: now },
      )
      addStaff(writable, {
        staffId,
        name: admin.name,
        login: admin.login,
        role: 'admin',
        status: 'active',
        managerId: null,
        restWeekdays: [],
        takesVisits: false,
        takesLeads: false,
        version: 1,
      })
      setCredential(writable, { staffId, hash: hashPassword(admin.password), mustChange: false })
      appendAudit(writable, { at: now, clockSuspect: false, staffId, call: 'store.create', reason: null })
    })
    closeStore(store)
    return { staffId }
  } catch (error) {
    closeStore(store)
    for (const suffix of ['', '-wal', '-shm', '.owner']) rmSync(file + suffix, { force: true })
    throw error
  }
}
