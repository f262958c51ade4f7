// A process of its own that works in a store until its acts are done or it is ended: `node child.ts ORDER`, the order as JSON.
import { writeSync } from 'node:fs'
import path from 'node:path'
import { openApplication, type Application } from '#main/application/open-application.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import { migrationsFolder, type PersonName } from '#tests/support/made-store.ts'
import { writeAcknowledged, writeTried, type LoadOrder } from './acknowledged.ts'
import { makeActs } from './acts.ts'
import { countsOf, headOf } from './book-of-store.ts'

const order = JSON.parse(process.argv[2] ?? '') as LoadOrder
const minute = 60_000
const day = 24 * 60 * minute

const open = (): Application => {
  const application = openApplication({ file: order.file, migrationsFolder })
  if (order.synchronous) sqliteOf(application.store).pragma(`synchronous = ${order.synchronous}`)
  return application
}

const nextAct = makeActs(order.seed)
const opportunities: { opportunityId: string; owner: PersonName }[] = []
let application = open()
for (let n = 1; n <= order.acts; n += 1) {
  const now = order.from + Math.floor(n / order.actsADay) * day + (n % order.actsADay) * minute
  const scene = {
    today: businessDateAt(now, 'Asia/Shanghai'),
    opportunities,
    folder: path.dirname(order.file),
  }
  const { as, call, input } = nextAct(scene)
  const tried = { n, commandId: `${order.seed}-${n}`, as, call, input, now }
  writeSync(1, writeTried(tried))
  const token = as ? { token: order.tokens[as] } : {}
  const answer = await application.answerAsync(call, input, {
    ...token,
    now,
    commandId: tried.commandId,
  })
  if (!answer.ok) {
    console.error(`${call}: ${JSON.stringify(answer.error)}`)
    continue
  }
  const { value } = answer
  if (call === 'customers.register' && as) {
    opportunities.push({ opportunityId: (value as { opportunityId: string }).opportunityId, owner: as })
    if (opportunities.length > 20) opportunities.shift()
  }
  const { store } = application
  writeSync(1, writeAcknowledged({ ...tried, value, head: headOf(store), counts: countsOf(store) }))
  if (n % order.reopenEvery === 0) {
    application.close()
    application = open()
  }
}
application.close()
