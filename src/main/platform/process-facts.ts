import { hostname } from 'node:os'
import { systemClock } from './clock.ts'

/** Who this process is, to be told to others (P7). */
export const thisProcess = () => ({
  program: process.versions['electron'] === undefined ? ('command_line' as const) : ('application' as const),
  pid: process.pid,
  host: hostname(),
  since: systemClock.now(),
})
