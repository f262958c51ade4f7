import type { Answer } from '#main/application/open-application.ts'
import { toFailure, type LogFailure } from '#main/application/failure.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { idOf, parseLine, readCall, type LineCall, type LineId } from './read-call.ts'
import { readLines, type Line } from './read-lines.ts'
import { writeLine, type Shell } from './shell.ts'

/** A longer line is refused unread, in bytes: a call names its files, it does not carry them. */
const longestLine = 8 * 1024 * 1024

export interface Answering {
  readonly answer: (call: LineCall) => Promise<Answer>
  /** The language of what is said of lines that are no calls. */
  readonly locale: Locale
  readonly log: LogFailure
}

/** The contract's one shape of an error: reasons always, those of fields with the field among their data. */
function withReasons(answer: Answer) {
  if (answer.ok) return answer
  const { reasons, issues = [], ...rest } = answer.error
  const ofFields = issues.map(({ field, code, data }) => ({ code, data: { field, ...data } }))
  const error = { ...rest, reasons: reasons ?? ofFields, ...(issues.length > 0 ? { issues } : {}) }
  return { ok: false as const, error }
}

async function answerLine(line: Line, { answer, locale, log }: Answering): Promise<object> {
  let id: LineId = null
  try {
    const value = parseLine(line, longestLine)
    id = idOf(value)
    return { id, ...withReasons(await answer(readCall(value))) }
  } catch (error) {
    return { id, ...withReasons({ ok: false, error: toFailure(error, locale, log) }) }
  }
}

/** Answers every line of the input with one line, in order; a line that is no call does not stop the rest. */
export async function answerLines(
  shell: Pick<Shell, 'input' | 'output'>,
  answering: Answering,
): Promise<void> {
  for await (const line of readLines(shell.input, longestLine)) {
    await writeLine(shell, await answerLine(line, answering))
  }
}
