/*
 * Loaded with `-r` before the application's own code: keeps hold of the threads that it starts, so that a test can end one as a crash would,
 * and lets the thread stand still when it is told to. The product has no such way, and does not need one.
 */
const { syncBuiltinESMExports } = require('node:module')
const threads = require('node:worker_threads')

const channel = new threads.BroadcastChannel('showroom.test.stand-still')
if (threads.isMainThread) {
  const { Worker } = threads
  globalThis.startedThreads = []
  globalThis.standStill = (milliseconds) => channel.postMessage(milliseconds)
  threads.Worker = class extends Worker {
    constructor(script, options = {}) {
      super(script, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] })
      if (options.name === 'application') globalThis.startedThreads.push(this)
    }
  }
  syncBuiltinESMExports()
} else {
  channel.addEventListener('message', ({ data }) => {
    const until = performance.now() + data
    while (performance.now() < until);
  })
}
channel.unref()
