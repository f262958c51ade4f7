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
  /** Whoever quits does not wait for the last backup. */
  | { readonly type: 'leave' }

/** What the thread tells the shell. */
export type FromThread =
  | { readonly type: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly type: 'summary'; readonly summary: Summary }
  /** Undefined where they could not be found out. */
  | { readonly type: 'facts'; readonly facts: StoreFacts | undefined }
  /** It closes after a last backup, which takes as long as the store is big. */
  | { readonly type: 'backing_up' }
  | { readonly type: 'problem'; readonly text: string }
