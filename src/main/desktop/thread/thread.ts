import { parentPort, workerData } from 'node:worker_threads'
import { makeStoreHost } from '#main/application/host.ts'
import { makeRouter } from '#main/application/router.ts'
import { seedDemoStore } from '#main/application/seed/index.ts'
import { makeServer } from '#main/application/serve.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

/** The application's own thread: whatever it does, no window waits for more than its answer. No electron here. */

const ticksEvery = 20_000
const reportsDropsAfter = 1_000
let dropped = 0
const data = workerData as ThreadData
const tell = (message: FromThread) => parentPort?.postMessage(message)
const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

// A rejection that nobody handles would end the thread, and with it everybody's work.
process.on('unhandledRejection', (error) =>
  tell({ type: 'problem', text: `unhandled rejection: ${textOf(error)}` }),
)

const host = makeStoreHost({
  dataFolder: data.dataFolder,
  migrationsFolder: data.migrationsFolder,
  storeFile: data.storeFile,
  locale: data.locale,
  seedDemo: seedDemoStore,
  log: (incidentId, error) => tell({ type: 'problem', text: `incident ${incidentId}: ${textOf(error)}` }),
  note: (text) => tell({ type: 'problem', text }),
  progress: (task, done, total) => tell({ type: 'progress', task, done, total }),
})
if (data.openDemoIfEmpty) {
  void host.openDemoIfEmpty(data.locale).then((answer) => {
    if (answer && !answer.ok) tell({ type: 'problem', text: `no demo store: ${answer.error.message}` })
  })
}
const serve = makeServer(makeRouter(host), { dropped: noteDropped })
const ticking = setInterval(host.tick, ticksEvery)

parentPort?.on('message', (message: ToThread) => {
  switch (message.type) {
    case 'port':
      return serve(message.port)
    case 'tick':
      return host.tick()
    case 'summary':
      return tell({ type: 'summary', summary: host.summary() })
    case 'facts':
      return tell({ type: 'facts', facts: factsOrNone() })
    case 'close':
      clearInterval(ticking)
      // Its promise never fails: a backup that cannot be made keeps nobody from quitting.
      return void host.quit(() => tell({ type: 'backing_up' })).finally(() => process.exit()) // of this thread only
    case 'leave':
      return host.leave()
    default:
      return message satisfies never
  }
})

function factsOrNone() {
  try {
    return host.facts()
  } catch (error) {
    tell({ type: 'problem', text: `no facts: ${textOf(error)}` })
    return undefined
  }
}

/** However many messages a page gone wrong sends, the log has one line a second of it. */
function noteDropped(why: string): void {
  dropped += 1
  if (dropped > 1) return
  setTimeout(() => {
    tell({ type: 'problem', text: `${dropped} messages dropped, the first: ${why}` })
    dropped = 0
  }, reportsDropsAfter)
}
