import type { MessagePort } from 'node:worker_threads'
import type { Locale } from '#shared/contract/setup.ts'
import type { Summary } from '#main/application/host.ts'
import type { StoreFacts } from '#main/application/store-facts.ts'

/** What the application's thread is started with. */
export interface ThreadData {
  readonly dataFolder: string
  readonly migrationsFolder: string
  readonly storeFile: string | undefined
  readonly locale: Locale
  readonly openDemoIfEmpty: boolean
}

/** What the shell tells the thread. */
export type ToThread =
  | { readonly type: 'port'; readonly port: MessagePort }
  /** The machine woke up, or the clock may have gone on unseen. */
  | { readonly type: 'tick' }
  | { readonly type: 'summary' }
  /** Support wants to know how the store is. */
  | { readonly type: 'facts' }
  | { readonly type: 'close' }

/** What the thread tells the shell. */
export type FromThread =
  | { readonly type: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly type: 'summary'; readonly summary: Summary }
  /** Undefined where they could not be found out. */
  | { readonly type: 'facts'; readonly facts: StoreFacts | undefined }
  | { readonly type: 'problem'; readonly text: string }
