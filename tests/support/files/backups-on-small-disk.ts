import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runHere } from '#main/application/backups/jobs.ts'
import { toFailure } from '#main/application/failure.ts'
import { at, makeTrainingStore } from '#tests/support/made-store.ts'

/**
 * Runs in a mount namespace of its own (tests/prove/full-disk.test.ts starts it so): a small disk that the backups themselves
 * have filled. Says what it found as one line of JSON.
 */

const disk = mkdtempSync(path.join(tmpdir(), 'showroom-disk-'))
const file = path.join(disk, 'store.db')
const made = makeTrainingStore()
made.close()
const size = statSync(made.file).size
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size * 8}`, 'tmpfs', disk], { stdio: 'pipe' })
const backups = () =>
  readdirSync(path.join(disk, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .sort()

/** Takes the room of the disk until no other backup would fit. */
function fill(): void {
  const ballast = path.join(disk, `ballast-${readdirSync(disk).length}`)
  const free = Number(execFileSync('stat', ['-f', '-c', '%a', disk], { encoding: 'utf8' })) * 4096
  writeFileSync(ballast, Buffer.alloc(Math.max(0, free - Math.floor(size / 2))))
}
async function make(now: string): Promise<string> {
  try {
    await runHere('make', { file, reason: 'scheduled', now: at(now) })
    return 'made'
  } catch (error) {
    return toFailure(error, 'en', () => undefined).code
  }
}

try {
  copyFileSync(made.file, file)
  mkdirSync(path.join(disk, 'backups'))
  for (const time of ['09:00', '10:00', '11:00']) await make(`2026-03-02 ${time}`)
  const before = backups().length
  fill()
  const after = await make('2026-03-20 09:00')
  const kept = backups().length
  // Nothing is left that rotation could take: the last good ones stay, whatever is missing.
  fill()
  const again = await make('2026-03-21 09:00')
  console.log(JSON.stringify({ before, after, kept, again, stay: backups().length }))
} finally {
  execFileSync('umount', ['-l', disk])
  rmdirSync(disk)
  made.remove()
}
