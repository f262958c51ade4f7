/*
 * Loaded with `-r` before the application's own code (`launch({ clock })`): the thread on which the application works reads the
 * time from a file. The product has no such switch, and does not need one: nothing but its one clock reads `Date.now`.
 */
const fs = require('node:fs')
const threads = require('node:worker_threads')
const { loadIntoThreads } = require('./into-threads.cjs')

const file = process.env.SHOWROOM_TEST_CLOCK
if (threads.isMainThread) {
  loadIntoThreads(__filename)
} else {
  // oxlint-disable-next-line no-restricted-globals -- the one place where a test sets the machine's clock
  Date.now = () => Number(fs.readFileSync(file, 'utf8'))
}
