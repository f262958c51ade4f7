import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { BackupRow } from '#shared/contract/backups.ts'
import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Instant } from '#shared/time/instant.ts'
import { waitAfterFailures } from '#main/commands/store/identity.ts'
import { verifyPassword } from '#main/platform/password.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { namesBegin, writeWhole } from '#main/store/manifest.ts'
import type { RunJob } from './jobs.ts'

/** Who may put a backup in the place of a store that does not open, when no store is there to say who he is (P5). */
const vouchers: readonly string[] = ['admin', 'director', 'manager']

/** Verified for unknown logins as well, so that the time taken does not tell which logins exist. */
const decoy = 'scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

const attempts = z.record(z.string(), z.object({ count: z.number().int(), retryAt: z.number().int() }))
type Attempts = z.infer<typeof attempts>

/** Failures are counted beside the backups: the store, where they belong, cannot be written. */
const attemptsFileOf = (file: string) =>
  path.join(backupFolderOf(file), `${namesBegin(path.basename(file))}attempts.json`)
/** And here, for a folder that cannot be written. */
const remembered = new Map<string, Attempts>()

function readAttempts(file: string): Attempts {
  const from = attemptsFileOf(file)
  let stored: Attempts = {}
  try {
    if (existsSync(from)) stored = attempts.parse(JSON.parse(readFileSync(from, 'utf8')))
  } catch {
    // Counted anew from here on.
  }
  // A folder that is read and not written tells an older count.
  const newer = Object.entries(remembered.get(file) ?? {}).filter(
    ([key, { count }]) => count > (stored[key]?.count ?? 0),
  )
  return { ...stored, ...Object.fromEntries(newer) }
}

function writeAttempts(file: string, all: Attempts): void {
  remembered.set(file, all)
  try {
    mkdirSync(backupFolderOf(file), { recursive: true })
    writeWhole(attemptsFileOf(file), JSON.stringify(all))
  } catch {
    // Then they last as long as this process.
  }
}

/**
 * Says who vouches for a restore: by login and password as they stand in that backup. Refuses SIGN_IN_FAILED, after three failures
 * with a wait that outlasts a restart (S4), and PERMISSION_DENIED to other roles.
 */
export async function vouch(
  row: BackupRow,
  { login, password }: { readonly login: string; readonly password: string },
  { file, now, runJob }: { readonly file: string; readonly now: Instant; readonly runJob: RunJob },
): Promise<{ readonly staffId: string; readonly name: string }> {
  // What is typed as a login may be a password in the wrong field: only its digest is kept.
  const key = createHash('sha256').update(login.toLowerCase()).digest('hex').slice(0, 16)
  const all = readAttempts(file)
  const failures = all[key]
  const longest = waitAfterFailures(failures?.count ?? 0)
  if (failures && longest > 0 && failures.retryAt > now) {
    // The clock was set back since: nobody waits for longer than a wait, and nobody gets round it.
    const retryAt = Math.min(failures.retryAt, now + longest)
    if (retryAt < failures.retryAt) writeAttempts(file, { ...all, [key]: { ...failures, retryAt } })
    refuse('SIGN_IN_FAILED', { retryAt, seconds: Math.ceil((retryAt - now) / 1000) })
  }
  const found = await runJob('voucher', { path: row.path, login })
  if (!verifyPassword(password, found?.hash ?? decoy) || !found) {
    const count = (failures?.count ?? 0) + 1
    const wait = waitAfterFailures(count)
    writeAttempts(file, { ...all, [key]: { count, retryAt: now + wait } })
    return refuse('SIGN_IN_FAILED', wait > 0 ? { retryAt: now + wait, seconds: Math.ceil(wait / 1000) } : {})
  }
  if (!vouchers.includes(found.role))
    refuse('PERMISSION_DENIED', {
      reasons: [reason('not_your_role', { role: found.role, permission: 'backup.restore' })],
    })
  const others = { ...all }
  delete others[key]
  writeAttempts(file, others)
  return { staffId: found.staffId, name: found.name }
}
