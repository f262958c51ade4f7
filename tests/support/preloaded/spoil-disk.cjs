/*
 * Loaded with `-r` before the application's own code (`launch({ diskFile })`): the application's thread meets a disk as the
 * file says: `full`, `read_only`, or anything else for one with room. Where it was heeded, the word stands in `<file>.heeded`.
 * The refusals are SQLite's own, from limits that it sets on the product's connection; the product has no such switch.
 */
const fs = require('node:fs')
const threads = require('node:worker_threads')
const { loadIntoThreads } = require('./into-threads.cjs')

const file = process.env.SHOWROOM_TEST_DISK
const looksEvery = 20
const mostPages = 0xfffffffe

if (threads.isMainThread) {
  loadIntoThreads(__filename)
} else {
  const { prototype } = require('better-sqlite3')
  const pragma = prototype['pragma']
  const connections = new Set()
  // The first thing that is done with a connection that writes.
  prototype.pragma = function (...args) {
    if (!this.readonly) connections.add(this)
    return pragma.apply(this, args)
  }
  const limit = (connection, state) => {
    const pages = Number(pragma.call(connection, 'page_count', { simple: true }))
    pragma.call(connection, `max_page_count = ${state === 'full' ? pages : mostPages}`)
    pragma.call(connection, `query_only = ${state === 'read_only' ? 'on' : 'off'}`)
  }
  let heeded = ''
  setInterval(() => {
    const state = fs.readFileSync(file, 'utf8')
    if (state === heeded) return
    for (const connection of connections) if (connection.open) limit(connection, state)
    heeded = state
    fs.writeFileSync(`${file}.heeded`, state)
  }, looksEvery).unref()
}
