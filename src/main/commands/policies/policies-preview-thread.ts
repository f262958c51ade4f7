// Thread of one preview: the open book may be large, and no window waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import type { Input } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { closeReading, openForReading } from '#main/store/open.ts'
import { previewOf } from './policies-preview.ts'

export interface PreviewJob {
  readonly file: string
  readonly input: Input<'policies', 'preview'>
  readonly today: BusinessDate
}

const { file, input, today } = workerData as PreviewJob
const store = openForReading(file)
try {
  parentPort?.postMessage(previewOf(store, input, today))
} finally {
  closeReading(store)
}
