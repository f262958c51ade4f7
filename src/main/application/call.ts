import type { Scope } from '#shared/access/can.ts'
import type { Declaration, Topic } from '#shared/contract/declare.ts'
import { Refusal, refuse, refuseField } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ClockAhead, Context } from '#main/calls/context.ts'
import type { Clock } from '#main/platform/clock.ts'
import { newId } from '#main/platform/ids.ts'
import { commandKey, inputMark, openAnswer, sealAnswer } from '#main/platform/sealed-answer.ts'
import { clearRotation, markClearance } from '#main/commands/rotation/rotation-clearance.ts'
import { datesDue, isRollDue, rollDueDates, type Rolled } from '#main/daily/day-roll.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCommandAnswer } from '#main/store/read/records.ts'
import { changesSoFar, inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { recordClock, recordCommandAnswer } from '#main/store/write/records.ts'
import { admit, requireConfirmed, type Session } from './admission.ts'
import type { CallContext } from './call-context.ts'
import { clockOfCall, type CallClock } from './clock-of-call.ts'
import { couldNotWrite } from './failure.ts'
import { findHandler } from './handlers.ts'
import { parseInput } from './parse.ts'
import { makeSurroundings, type Surroundings } from './surroundings.ts'

export interface Caller {
  /** Answers one call: session, permission, strict parsing, transaction, handler, output, audit. Throws a Refusal. */
  readonly call: (path: string, input: unknown, context: CallContext) => unknown
  /** Session, permission and input only: what a shell must know before it reads a file for the call. */
  readonly check: (path: string, input: unknown, context: CallContext) => Checked
  /**
   * Rolls what is due, as the first moment of a date does. Where the clock jumped ahead nothing is rolled until
   * somebody says that it is right: here by naming the date of today; another one, or null, is refused with CLOCK_AHEAD.
   */
  readonly rollIfDue: (context?: CallContext, confirmed?: BusinessDate | null) => Rolled
  /** What work that nobody asked for must know. */
  readonly momentOf: (context: CallContext) => Moment
  /** One act that nobody asked for. */
  readonly actAlone: <T>(
    name: string,
    context: CallContext,
    changes: readonly Topic[],
    work: (store: WritableStore) => T,
  ) => T
}

/** A moment of the store, and the policy in force then. */
export interface Moment {
  readonly now: Instant
  readonly today: BusinessDate
  readonly policy: Policy
  readonly zone: string
  readonly behind: boolean
}

export interface Checked {
  readonly input: unknown
  readonly now: Instant
  readonly today: BusinessDate
  readonly policy: Policy
  /** Over whose rows the call reaches; null where it needs no session. */
  readonly scope: Scope | null
  /** The command has been answered before (P8): nothing needs to be read again. */
  readonly repeated: boolean
}

/** What a handler says of its act for the trail. */
type Told = Pick<Context, 'because' | 'actsFor'>
const unheard: Told = { because: () => undefined, actsFor: () => undefined }

const nobody = (): never => {
  throw new Error('a public call asked who is signed in')
}

/** Makes the one entry that every shell uses. Synchronous from end to end: it never waits between BEGIN and COMMIT. */
export function makeCaller(
  store: ReadableStore,
  options: { readonly clock: Clock; readonly changed: (topics: readonly Topic[]) => void },
): Caller {
  const surroundings = makeSurroundings(store)

  function makeContext(
    around: Surroundings,
    clock: CallClock,
    call: CallContext,
    who: { session: Session | null; scope: Scope | null },
    { because, actsFor }: Told,
  ): Context {
    return {
      get actor() {
        return who.session?.actor ?? nobody()
      },
      get scope() {
        return who.scope ?? nobody()
      },
      now: clock.now,
      today: clock.today,
      policy: around.policy,
      policyVersion: around.policyVersion,
      calendar: around.calendar,
      store: around.store,
      schemaVersion: around.schemaVersion,
      locale: call.locale ?? (around.store.locale === 'en' ? 'en' : 'zh-CN'),
      clockBehind: clock.behind,
      clockAhead: aheadOf(clock, around),
      lastRecordedAt: clock.highestAt,
      tokenHash: who.session?.tokenHash ?? null,
      locked: who.session?.locked ?? false,
      newId,
      prepared: call.prepared,
      progress: call.progress ?? (() => undefined),
      because,
      actsFor,
    }
  }

  /** A jump ahead matters where dates wait to be judged: on them the question is asked. */
  function aheadOf({ aheadSince, today }: CallClock, { calendar }: Surroundings): ClockAhead | null {
    if (aheadSince === null) return null
    const dates = datesDue(store, today, calendar)
    return dates.length > 0 ? { lastRecordedAt: aheadSince, dates } : null
  }

  /** One act: the handler, its answer checked before COMMIT, its audit row, and the clock (P2, R-13.4). */
  function act<T>(
    name: string,
    clock: CallClock,
    staffId: string | null,
    work: (store: WritableStore, told: Told) => T,
  ): T {
    let why: string | null = null
    let who = staffId
    let kept: Refusal | undefined
    const value = inTransaction(store, (writable) => {
      let result: T | undefined
      try {
        result = work(writable, {
          because: (text) => {
            why = text
          },
          actsFor: (id) => {
            who = id
          },
        })
      } catch (error) {
        if (!(error instanceof Refusal) || !error.keepsWrites) throw error
        kept = error
      }
      if (changesSoFar(writable).length > 0 || why !== null) {
        appendAudit(writable, {
          at: clock.now,
          clockSuspect: clock.behind,
          staffId: who,
          call: name,
          reason: why,
        })
      }
      // Said to be right, the clock is no longer ahead; any other write leaves the question open.
      const ahead = name === 'store.confirmClock' ? null : aheadOf(clock, surroundings(clock.today))
      recordClock(writable, { ...clock, aheadFrom: ahead?.lastRecordedAt ?? null })
      return result as T
    })
    if (kept) throw kept
    return value
  }

  function roll(clock: CallClock, as: 'dayRoll.run' | 'store.confirmClock' = 'dayRoll.run'): Rolled {
    const around = surroundings(clock.today)
    const isDue = isRollDue(store, clock.today, around.calendar)
    const waits = aheadOf(clock, around) !== null && as !== 'store.confirmClock'
    if (clock.behind || waits || !isDue) return { rolledDates: [], raised: 0 }
    const context = makeContext(around, clock, {}, { session: null, scope: null }, unheard)
    const rolled = act(as, clock, null, (writable) => {
      const answer = rollDueDates(writable, context)
      // What fell due overnight is something to clear from the first moment of the date on.
      markClearance(writable, context)
      return answer
    })
    options.changed(['checks', 'store', 'plans', 'rotation'])
    return rolled
  }

  /** The roll before a call. Where it cannot be written now, what is there is still shown; the next call tries again. */
  function rollBefore(declaration: Declaration, clock: CallClock): void {
    try {
      roll(clock)
    } catch (error) {
      if (declaration.kind !== 'query' || !couldNotWrite(error)) throw error
    }
  }

  const isAnswered = ({ commandId }: CallContext): boolean =>
    commandId !== undefined && findCommandAnswer(store, commandKey(commandId)) !== undefined

  /** The answer that this very command was given before; refuses an id that was used for something else. */
  function earlierAnswer(path: string, input: unknown, staffId: string | null, { commandId }: CallContext) {
    const earlier = commandId ? findCommandAnswer(store, commandKey(commandId)) : undefined
    if (!earlier || !commandId) return undefined
    const same =
      earlier.call === path &&
      earlier.inputMark === inputMark(commandId, input) &&
      earlier.staffId === staffId
    if (!same) refuseField('commandId', 'command_reused')
    return { answer: JSON.parse(openAnswer(commandId, earlier.answer)) as unknown }
  }

  function call(path: string, input: unknown, callContext: CallContext): unknown {
    const clock = clockOfCall(store, options.clock, callContext)
    const admitted = admit(store, path, callContext, clock.now)
    const { declaration, session, scope } = admitted
    const parsed = parseInput(declaration.input, input)
    const staffId = session?.actor.staffId ?? null
    // What was answered before is told again and nothing is written, not even a roll that is due (P8).
    const told = declaration.kind === 'command' ? earlierAnswer(path, input, staffId, callContext) : undefined
    if (told) return told.answer
    requireConfirmed(store, admitted, parsed, clock.now)
    if (declaration.judges && clock.behind) {
      refuse('CLOCK_BEHIND', { now: clock.now, lastRecordedAt: clock.highestAt ?? clock.now })
    }
    const ahead = declaration.judges ? aheadOf(clock, surroundings(clock.today)) : null
    if (ahead) refuse('CLOCK_AHEAD', { now: clock.now, ...ahead })
    if (path !== 'dayRoll.run') rollBefore(declaration, clock)
    const around = surroundings(clock.today)
    const handler = findHandler(path)
    if (declaration.kind === 'query') {
      const context = makeContext(around, clock, callContext, { session, scope }, unheard)
      return declaration.output.parse(handler(store, parsed, context))
    }
    const { commandId } = callContext
    let repeated = false
    let rotated = false
    const value = act(path, clock, staffId, (writable, told) => {
      // Another process may have carried it out since: only within the transaction is that certain.
      const since = earlierAnswer(path, input, staffId, callContext)
      if (since) {
        repeated = true
        return since.answer
      }
      const context = makeContext(around, clock, callContext, { session, scope }, told)
      const answer = declaration.output.parse(handler(writable, parsed, context))
      rotated = (path === 'dayRoll.run' ? markClearance : clearRotation)(writable, context)
      if (commandId && !declaration.repeatable) {
        recordCommandAnswer(writable, {
          commandKey: commandKey(commandId),
          call: path,
          staffId,
          inputMark: inputMark(commandId, input),
          answer: sealAnswer(commandId, JSON.stringify(answer)),
          at: clock.now,
        })
      }
      return answer
    })
    const topics = rotated ? [...new Set<Topic>([...declaration.changes, 'rotation'])] : declaration.changes
    if (!repeated && topics.length > 0) options.changed(topics)
    return value
  }

  return {
    call,
    check: (path, input, context) => {
      const clock = clockOfCall(store, options.clock, context)
      const admitted = admit(store, path, context, clock.now)
      const { declaration, scope } = admitted
      const parsed = parseInput(declaration.input, input)
      // A query keeps no answer: under an id that was used it is asked like any other.
      const repeated = declaration.kind === 'command' && isAnswered(context)
      if (!repeated) requireConfirmed(store, admitted, parsed, clock.now)
      const { now, today } = clock
      return { input: parsed, now, today, policy: surroundings(today).policy, scope, repeated }
    },
    momentOf: (context) => {
      const { now, today, behind } = clockOfCall(store, options.clock, context)
      const { policy, store: file } = surroundings(today)
      return { now, today, policy, zone: file.zone, behind }
    },
    actAlone: (name, context, changes, work) => {
      const value = act(name, clockOfCall(store, options.clock, context), null, work)
      options.changed(changes)
      return value
    },
    rollIfDue: (context = {}, confirmed) => {
      const clock = clockOfCall(store, options.clock, context)
      const ahead = aheadOf(clock, surroundings(clock.today))
      if (ahead && confirmed === undefined) return { rolledDates: [], raised: 0 }
      if (ahead && confirmed !== clock.today) refuse('CLOCK_AHEAD', { now: clock.now, ...ahead })
      return roll(clock, ahead ? 'store.confirmClock' : 'dayRoll.run')
    },
  }
}
