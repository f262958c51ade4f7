import { Worker } from 'node:worker_threads'
import type { ReadableStore } from '#main/store/handle.ts'
import { fileOf } from '#main/store/open.ts'
import type { VerifiedTrail } from './verify-trail.ts'

/** The thread's file: beside this one as source, or beside the bundle, whose shared parts lie one folder down. */
const threadFile = (): URL => {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./verify-thread.ts', here)
  const name = 'verify-thread.js'
  return new URL(here.includes('/chunks/') ? `../${name}` : `./${name}`, here)
}

const runThread = (file: string): Promise<VerifiedTrail> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(), { workerData: { file }, execArgv: [] })
    thread.on('message', resolve)
    thread.on('error', reject)
    // After an answer this changes nothing.
    thread.on('exit', () => reject(new Error('the verification ended without an answer')))
  })

/** S6 Verifies beside everybody's calls, on a connection that only reads. */
export const prepareVerify = async (
  _input: unknown,
  { store }: { readonly store: ReadableStore },
): Promise<{ readonly value: VerifiedTrail }> => ({ value: await runThread(fileOf(store)) })
