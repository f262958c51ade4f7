// A process that restores a backup and is killed at a step of it: `node restore-and-die.ts FILE BACKUP STEP PASSWORD`.
import path from 'node:path'
import { runHere } from '#main/application/backups/jobs.ts'
import { makeStoreHost } from '#main/application/host.ts'
import { fixedClock } from '#main/platform/clock.ts'
import { parseInstant } from '#shared/time/instant.ts'

const [storeFile = '', name = '', step = '', migrationsFolder = ''] = process.argv.slice(2)
const host = makeStoreHost({
  dataFolder: path.dirname(storeFile),
  storeFile,
  migrationsFolder,
  locale: 'en',
  // The day on which the stores of tests stand: no other day is to be judged.
  clock: fixedClock(parseInstant('2026-03-02T10:00:00+08:00') ?? 0),
  runJob: runHere,
  seedDemo: () => [],
  onRestoreStep: (at) => {
    if (at === step) process.kill(process.pid, 'SIGKILL')
  },
})
const ref = { name, place: 'main' }
const secret = { login: 'director', password: 'director' }
const signedIn = await host.answerAsync('session.signIn', secret, {})
const answer = signedIn.ok
  ? await host.answerAsync(
      'backups.restore',
      { ...ref, reason: 'a test' },
      { token: (signedIn.value as { token: string }).token },
    )
  : await host.answerAsync('setup.restore', { ...ref, ...secret }, {})
process.stdout.write(`${JSON.stringify(answer)}\n`)
host.close()
