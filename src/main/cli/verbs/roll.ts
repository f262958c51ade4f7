import type { RunVerb } from '../verb.ts'
import { exitCode, writeLine } from '../shell.ts'
import { openFor } from './open.ts'

/**
 * Judges what is due, as a nightly job does: the dates that were judged, and how much was raised. A clock that
 * jumped ahead is confirmed by saying which date today is.
 */
export const runRoll: RunVerb<'roll'> = async ({ store, now, today }, around) => {
  const opened = openFor(around, store)
  if (!opened.ok) {
    await writeLine(around.shell, opened)
    return exitCode.refused
  }
  try {
    const { rolledDates, raised } = opened.application.rollIfDue(
      now === undefined ? {} : { now },
      today ?? null,
    )
    await writeLine(around.shell, { ok: true, value: { rolledDates, raised } })
    return exitCode.done
  } finally {
    opened.application.close()
  }
}
