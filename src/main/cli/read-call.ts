import { z } from 'zod'
import { parseInput } from '#main/application/parse.ts'
import type { CallContext } from '#main/application/call-context.ts'
import { refuseField } from '#shared/errors.ts'
import type { Line } from './read-lines.ts'
import { moment } from './read-options.ts'

const lineId = z.union([z.string().max(200), z.number(), z.null()])
/** What a caller may choose to find his answer again. */
export type LineId = z.infer<typeof lineId>

const envelope = z.strictObject({
  id: lineId.optional(),
  call: z.string().min(1).max(100),
  input: z.unknown().optional(),
  token: z.string().max(200).nullish(),
  commandId: z.string().min(1).max(100).nullish(),
  now: moment.nullish(),
})

/** One call as a line of JSON says it. */
export interface LineCall {
  readonly path: string
  readonly input: unknown
  readonly context: CallContext
}

/** The text of a line as a value; refuses what is too long, no text, or no JSON. */
export function parseLine(line: Line, maxBytes: number): unknown {
  if ('fault' in line) {
    return line.fault === 'too_long'
      ? refuseField('line', 'too_long', { max: maxBytes })
      : refuseField('line', 'not_json')
  }
  try {
    return JSON.parse(line.text)
  } catch {
    return refuseField('line', 'not_json')
  }
}

/** The id of a line, as far as there is one: an answer can be matched even to a line that is no call. */
export function idOf(value: unknown): LineId {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  const read = lineId.safeParse(id)
  return read.success ? read.data : null
}

/** Reads a line strictly as a call. Refuses with VALIDATION_FAILED, naming each wrong field. */
export function readCall(value: unknown): LineCall {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuseField('line', 'wrong_type', { expected: 'object' })
  }
  const { call, input, token, commandId, now } = parseInput(envelope, value)
  return {
    path: call,
    input,
    context: {
      ...(token ? { token } : {}),
      ...(commandId ? { commandId } : {}),
      ...(now === null || now === undefined ? {} : { now }),
    },
  }
}
