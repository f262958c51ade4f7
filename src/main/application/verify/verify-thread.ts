// Thread of one verification: it reads the whole store, and no window waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import { closeReading, openAtOneMoment } from '#main/store/open.ts'
import { verifyTrail } from './verify-trail.ts'

const { file } = workerData as { readonly file: string }
const store = openAtOneMoment(file)
try {
  parentPort?.postMessage(verifyTrail(store))
} finally {
  closeReading(store)
}
