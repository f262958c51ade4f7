// Thread of one job on whole files: a backup of a big store takes seconds, and no call waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/errors.ts'
import { doJob, type JobInput, type JobName } from './jobs.ts'

export interface ThreadJob {
  readonly name: JobName
  readonly input: JobInput<JobName>
}
/** What a thread tells at its end. A refusal crosses as its code and data, because classes do not. */
export type ThreadAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly data: unknown }

const { name, input } = workerData as ThreadJob

function answer(): ThreadAnswer {
  try {
    return { ok: true, value: doJob(name, input) }
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, code: error.code, message: error.message, data: error.data }
    const { code, message } = error as Partial<NodeJS.ErrnoException>
    return { ok: false, code: code ?? '', message: message ?? String(error), data: null }
  }
}
parentPort?.postMessage(answer())
