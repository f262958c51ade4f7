/*
 * Loaded with `-r` before the application's own code: keeps hold of the threads that it starts, so that a test can end one as a crash would,
 * and lets the thread stand still when it is told to. The product has no such way, and does not need one.
 */
const threads = require('node:worker_threads')
const { loadIntoThreads } = require('./into-threads.cjs')

const channel = new threads.BroadcastChannel('showroom.test.stand-still')
if (threads.isMainThread) {
  globalThis.startedThreads = []
  globalThis.standStill = (milliseconds) => channel.postMessage(milliseconds)
  loadIntoThreads(__filename, (thread, { name }) => {
    if (name === 'application') globalThis.startedThreads.push(thread)
  })
} else {
  channel.addEventListener('message', ({ data }) => {
    const until = performance.now() + data
    while (performance.now() < until);
  })
}
channel.unref()
