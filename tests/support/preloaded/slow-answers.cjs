/*
 * Loaded with `-r` before the application's own code when SHOWROOM_TEST_SLOW says how many milliseconds: each answer of the application
 * reaches the windows that much later, in its order. A test that presses a key before what it acts upon is there then fails always,
 * not once in a hundred runs. The product has no such way, and does not need one.
 */
const threads = require('node:worker_threads')

const delay = Number(process.env.SHOWROOM_TEST_SLOW)
if (threads.isMainThread) {
  const { prototype } = threads.MessagePort
  const on = prototype['on']
  prototype.on = function (event, listener) {
    if (event !== 'message') return on.call(this, event, listener)
    return on.call(this, event, (data) => setTimeout(listener, delay, data))
  }
}
