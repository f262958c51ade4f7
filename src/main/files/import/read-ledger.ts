import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { refuse, Refusal } from '#shared/errors.ts'
import type { LedgerJob, LedgerMessage } from './ledger-worker.ts'
import { ledgerLimits, type Ledger, type LedgerLimits, type LedgerRow } from './ledger.ts'

/** The thread's file: beside this one as source, or beside the bundle, whose shared parts lie one folder down. */
const threadFile = (): URL => {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./ledger-worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../ledger-worker.js' : './ledger-worker.js', here)
}

const refusal = (reason: string, data?: Readonly<Record<string, unknown>>): Refusal<'FILE_REFUSED'> =>
  new Refusal('FILE_REFUSED', data === undefined ? { reason } : { reason, data })

const runThread = (job: LedgerJob): Promise<Ledger> =>
  new Promise((resolve, reject) => {
    const { maxMilliseconds, maxMemoryMb } = job.limits
    const thread = new Worker(threadFile(), {
      workerData: job,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    })
    const rows: LedgerRow[] = []
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void thread.terminate()
    }
    const timer = setTimeout(() => {
      finish(() => {
        reject(refusal('took_too_long'))
      })
    }, maxMilliseconds)
    thread.on('message', (message: LedgerMessage) => {
      if (message.kind === 'rows') for (const row of message.rows) rows.push(row)
      else if (message.kind === 'done') finish(() => resolve({ ...message.head, rows }))
      else finish(() => reject(refusal(message.reason, message.data)))
    })
    thread.on('error', (error: Error & { code?: string }) => {
      finish(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal('hostile', { found: 'memory' }) : error),
      )
    })
    // After an answer this changes nothing; without one the thread has been ended from outside.
    thread.on('exit', () => {
      finish(() => reject(refusal('broken')))
    })
  })

/**
 * Reads a customer ledger 客户台账 (.xlsx, .csv) on a thread of its own and refuses with FILE_REFUSED, never
 * with a crash: not_found, empty, unknown_format, broken, hostile, too_large, too_many_rows, too_many_columns,
 * unknown_sheet, encoding_unknown, took_too_long. Without a sheet it takes the one most like a ledger.
 */
export const readLedger = async (
  path: string,
  options: { readonly sheet?: string | null; readonly limits?: Partial<LedgerLimits> } = {},
): Promise<Ledger> => {
  // Opening a pipe or a device would wait for ever; only files are opened.
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) return refuse('FILE_REFUSED', { reason: 'not_found' })
  return runThread({ path, sheet: options.sheet ?? null, limits: { ...ledgerLimits, ...options.limits } })
}
