import { Worker } from 'node:worker_threads'
import { errorCode, Refusal, type ErrorCode } from '#shared/errors.ts'
import type { ThreadAnswer, ThreadJob } from './backup-thread.ts'
import type { JobOutput, RunJob } from './jobs.ts'

/** The thread's file: beside this one as source, or beside the bundle, whose shared parts lie one folder down. */
const threadFile = (): URL => {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./backup-thread.ts', here)
  const name = 'backup-thread.js'
  return new URL(here.includes('/chunks/') ? `../${name}` : `./${name}`, here)
}

/** What the thread threw, as it would have come from here. */
function errorOf({ code, message, data }: ThreadAnswer & { readonly ok: false }): Error {
  const known = errorCode.safeParse(code)
  if (known.success) return new Refusal<ErrorCode>(known.data, data as never)
  return Object.assign(new Error(message), { code })
}

/** Runs a job on a thread of its own. */
export const runOnThread: RunJob = (name, input) =>
  new Promise<JobOutput<typeof name>>((resolve, reject) => {
    const job: ThreadJob = { name, input }
    const thread = new Worker(threadFile(), { workerData: job, execArgv: [], name: `backup ${name}` })
    // A program that has nothing else to do does not stay for it.
    thread.unref()
    thread.on('message', (answer: ThreadAnswer) => {
      if (answer.ok) resolve(answer.value as JobOutput<typeof name>)
      else reject(errorOf(answer))
    })
    thread.on('error', reject)
    // After an answer this changes nothing.
    thread.on('exit', () => reject(new Error('the thread ended without an answer')))
  })
