import { Worker } from 'node:worker_threads'
import type { Input } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { fileOf } from '#main/store/open.ts'
import type { PreviewJob } from './policies-preview-thread.ts'
import type { Preview } from './policies-preview.ts'

/** The thread's file: beside this one as source, or beside the bundle, whose shared parts lie one folder down. */
const threadFile = (): URL => {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./policies-preview-thread.ts', here)
  const name = 'policies-preview-thread.js'
  return new URL(here.includes('/chunks/') ? `../${name}` : `./${name}`, here)
}

const runThread = (job: PreviewJob): Promise<Preview> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(), { workerData: job, execArgv: [] })
    thread.on('message', resolve)
    thread.on('error', reject)
    // After an answer this changes nothing.
    thread.on('exit', () => reject(new Error('the preview ended without an answer')))
  })

/** Works a preview out beside everybody's calls, on a connection that only reads. */
export const preparePreview = async (
  input: Input<'policies', 'preview'>,
  { store, today }: { readonly store: ReadableStore; readonly today: BusinessDate },
): Promise<{ readonly value: Preview }> => ({
  value: await runThread({ file: fileOf(store), input, today }),
})
