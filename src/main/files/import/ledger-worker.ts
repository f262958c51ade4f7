// Thread of one file: what a hostile ledger does to memory or time ends with it, and nothing else waits.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#shared/errors.ts'
import type { LedgerLimits, LedgerRow } from './ledger.ts'
import { loadLedger, type LedgerHead } from './load-ledger.ts'

export type LedgerJob = {
  readonly path: string
  readonly sheet: string | null
  readonly limits: LedgerLimits
}
/** What the thread says: rows in handfuls, then the head, or why the file is refused. */
export type LedgerMessage =
  | { readonly kind: 'rows'; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'done'; readonly head: LedgerHead }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly data: Readonly<Record<string, unknown>> | undefined
    }

/** Few enough that taking a handful over blocks nobody, many enough that handing over costs little. */
const handful = 1000

const { path, sheet, limits } = workerData as LedgerJob
const say = (message: LedgerMessage) => parentPort?.postMessage(message)

let rows: LedgerRow[] = []
const handOver = () => {
  if (rows.length > 0) say({ kind: 'rows', rows })
  rows = []
}

try {
  const head = await loadLedger(path, { sheet, limits }, (row) => {
    if (rows.push(row) === handful) handOver()
  })
  handOver()
  say({ kind: 'done', head })
} catch (error) {
  // The file decides what runs here, so what it makes fail is the file's fault.
  const data =
    error instanceof Refusal && error.code === 'FILE_REFUSED' ? (error as Refusal<'FILE_REFUSED'>).data : null
  say({ kind: 'refused', reason: data?.reason ?? 'broken', data: data?.data })
}
