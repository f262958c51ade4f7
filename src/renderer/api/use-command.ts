import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CallInput, CallOutput, CommandPath } from './calls.ts'
import { call } from './client.ts'
import { confirmAgain } from './confirm-again.ts'
import { asFailure, isAnswered, type ShownFailure } from './failure.ts'

export type Outcome<P extends CommandPath> =
  | { readonly ok: true; readonly value: CallOutput<P> }
  | { readonly ok: false; readonly failure: ShownFailure }

export interface Command<P extends CommandPath> {
  /** Carries it out. Never rejects; a second call while one is under way joins it. */
  readonly run: (
    ...args: undefined extends CallInput<P> ? [input?: CallInput<P>] : [input: CallInput<P>]
  ) => Promise<Outcome<P>>
  readonly pending: boolean
  /** The last failure, until the next run or `reset`. */
  readonly failure: ShownFailure | null
  readonly reset: () => void
}

interface Attempt<P extends CommandPath> {
  readonly input: CallInput<P>
  readonly commandId: string
}
const moreTries = 2
const waitMs = 300

/** Tries again where no answer came, or the password was asked for; the same id makes sure that it is done once (P8). */
async function attempt<P extends CommandPath>(
  path: P,
  { input, commandId }: Attempt<P>,
): Promise<CallOutput<P>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call(path, input, { commandId })
    } catch (error) {
      const failure = asFailure(error)
      if (failure.code === 'CONFIRM_AGAIN' && (await confirmAgain())) continue
      if (isAnswered(failure) || tries >= moreTries) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

/** Writes by path: `const save = useCommand('staff.add')`, then `const done = await save.run(input)`. */
export function useCommand<P extends CommandPath>(path: P): Command<P> {
  const mutation = useMutation<CallOutput<P>, unknown, Attempt<P>>({
    mutationFn: (each) => attempt(path, each),
    mutationKey: [path],
  })
  const underWay = useRef<Promise<Outcome<P>> | null>(null)
  const unanswered = useRef<{ json: string; commandId: string } | null>(null)

  const start = async (input: CallInput<P>): Promise<Outcome<P>> => {
    const json = JSON.stringify(input) ?? ''
    const again = unanswered.current?.json === json ? unanswered.current.commandId : undefined
    const commandId = again ?? crypto.randomUUID()
    try {
      const value = await mutation.mutateAsync({ input, commandId })
      unanswered.current = null
      return { ok: true, value }
    } catch (error) {
      const failure = asFailure(error)
      // Pressed once more after silence, it is still the same command.
      unanswered.current = isAnswered(failure) ? null : { json, commandId }
      return { ok: false, failure }
    }
  }
  return {
    run: (...[input]) => {
      underWay.current ??= start(input as CallInput<P>).finally(() => {
        underWay.current = null
      })
      return underWay.current
    },
    pending: mutation.isPending,
    failure: mutation.error === null ? null : asFailure(mutation.error),
    reset: mutation.reset,
  }
}
