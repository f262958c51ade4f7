import { MessageChannel, Worker } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'
import type { Summary } from '#main/application/host.ts'
import type { StoreFacts } from '#main/application/store-facts.ts'
import { makeDeaths } from './deaths.ts'
import type { Log } from '#main/desktop/support/log.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

/** The application on a thread of its own, seen from the windows' side. */
export interface ApplicationThread {
  /** Lets a page talk to the application over its port. */
  readonly connect: (port: MessagePortMain) => void
  readonly summary: () => Promise<Summary>
  /** What support may know of the store: no names, no phones. Undefined where the thread does not answer. */
  readonly facts: () => Promise<StoreFacts | undefined>
  readonly tick: () => void
  /** Closes the store and ends the thread. */
  readonly close: () => Promise<void>
}

export interface ThreadOptions {
  readonly script: string
  readonly data: ThreadData
  readonly log: Log
  readonly progress: (message: FromThread & { readonly type: 'progress' }) => void
  /** Told when closing waits for a last backup, and how not to wait for it. */
  readonly backingUp?: (leave: () => void) => void
  /** Told when the thread keeps dying: nothing can be saved any more. */
  readonly gaveUp: () => void
}

/** How long a quitting application waits for its store to close, in milliseconds. */
const patience = 5_000
/** And for a last backup before, of which it is told, and which a person need not wait for. */
const backupPatience = 15 * 60_000
/** How long support waits for the facts of a store, which is checked for them, in milliseconds. */
const factsPatience = 120_000

/** Starts the thread, and again when it dies; pages make a new channel by themselves. */
export function startApplicationThread(options: ThreadOptions): ApplicationThread {
  const { log } = options
  const deaths = makeDeaths()
  const askers: ((summary: Summary) => void)[] = []
  const factAskers: ((facts: StoreFacts | undefined) => void)[] = []
  let closing = false
  let backsUp: () => void = () => undefined
  let worker: Worker | undefined = start()

  function start(): Worker {
    const made = new Worker(options.script, { workerData: options.data, name: 'application' })
    made.on('message', hear)
    made.on('error', (error) => log.error('thread', error))
    made.on('exit', (code) => {
      worker = undefined
      if (!closing) died(code)
    })
    return made
  }

  function died(code: number): void {
    log.error('thread', `ended with ${code}`)
    for (const answer of factAskers.splice(0)) answer(undefined)
    if (deaths.another()) return options.gaveUp()
    worker = start()
    if (askers.length > 0) send({ type: 'summary' })
  }

  function hear(message: FromThread): void {
    if (message.type === 'progress') return options.progress(message)
    if (message.type === 'backing_up') return backsUp()
    if (message.type === 'problem') return log.error('application', message.text)
    if (message.type === 'facts') for (const answer of factAskers.splice(0)) answer(message.facts)
    else for (const answer of askers.splice(0)) answer(message.summary)
  }

  const send = (message: ToThread) =>
    worker?.postMessage(message, message.type === 'port' ? [message.port] : [])

  return {
    connect: (port) => {
      if (!worker) return port.close()
      // A port of Electron cannot go to a thread: what arrives at one end is handed to the other.
      const { port1, port2 } = new MessageChannel()
      port.on('message', ({ data }) => port1.postMessage(data))
      port.on('close', () => port1.close())
      port1.on('message', (data) => port.postMessage(data))
      port1.on('close', () => port.close())
      send({ type: 'port', port: port2 })
      port.start()
    },
    summary: () =>
      new Promise((resolve) => {
        askers.push(resolve)
        send({ type: 'summary' })
      }),
    facts: () =>
      new Promise((resolve) => {
        if (!worker) return resolve(undefined)
        const giveUp = setTimeout(() => resolve(undefined), factsPatience)
        factAskers.push((facts) => {
          clearTimeout(giveUp)
          resolve(facts)
        })
        send({ type: 'facts' })
      }),
    tick: () => send({ type: 'tick' }),
    close: () => {
      closing = true
      return new Promise((resolve) => {
        if (!worker) return resolve()
        let giveUp: NodeJS.Timeout | undefined
        const waitFor = (milliseconds: number) => {
          clearTimeout(giveUp)
          giveUp = setTimeout(() => {
            log.error('thread', 'did not close in time')
            resolve()
          }, milliseconds)
        }
        waitFor(patience)
        backsUp = () => {
          waitFor(backupPatience)
          options.backingUp?.(() => {
            send({ type: 'leave' })
            waitFor(patience)
          })
        }
        worker.once('exit', () => {
          clearTimeout(giveUp)
          resolve()
        })
        send({ type: 'close' })
      })
    },
  }
}
