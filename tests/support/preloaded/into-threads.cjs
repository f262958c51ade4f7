/*
 * What is loaded before the application's own code is loaded in the threads that it starts as well: `file` is the one that asks, and
 * `started` is told of each thread.
 */
const { syncBuiltinESMExports } = require('node:module')
const threads = require('node:worker_threads')

exports.loadIntoThreads = (file, started = () => {}) => {
  const { Worker } = threads
  threads.Worker = class extends Worker {
    constructor(script, options = {}) {
      super(script, { ...options, execArgv: [...(options.execArgv ?? []), '--require', file] })
      started(this, options)
    }
  }
  syncBuiltinESMExports()
}
