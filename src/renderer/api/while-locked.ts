import type { CallPath } from './calls.ts'

/** What a locked session is answered (S4), and what needs none; everything else waits until it is open again. */
export const answeredWhileLocked: ReadonlySet<CallPath> = new Set<CallPath>([
  'store.status',
  'session.signIn',
  'session.current',
  'session.lock',
  'session.unlock',
  'session.signOut',
  'rotation.board',
  'toDo.reminders',
])
/** Calls of the host of the stores know no session. */
export const waitsForUnlocking = (path: CallPath): boolean =>
  !path.startsWith('setup.') && !answeredWhileLocked.has(path)
