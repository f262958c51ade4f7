import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { planOn, reach } from '#tests/support/book.ts'
import { makeWith } from '#tests/support/books/merging.ts'
import { erase, liveThrough } from '#tests/support/files/forgotten.ts'
import { openMade } from '#tests/support/made-store.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

const mobile = '13912345678'

it.each([
  ['她的电话１３９１２３４５６７８', '她的电话■■■'],
  ['她的电话１３９－１２３４－５６７８。', '她的电话■■■。'],
  ['她的电话+86 139 1234 5678', '她的电话■■■'],
  ['她的电话（139）1234·5678', '她的电话（■■■'],
  // Another number stays, however like it is.
  ['她先生的电话13912345679', '她先生的电话13912345679'],
])('a number goes however it was written in the record of somebody else: %s (S7)', async (content, left) => {
  const store = openTrainingStore()
  const gone = makeWith(store, 'chen', { name: '欧阳晓蝶', mobile })
  const other = makeWith(store, 'li', { name: '吴大伟', mobile: '13700000009' })
  reach(store, 'li', other.opportunityId, planOn('2026-03-05'), { content })
  reach(store, 'chen', gone.opportunityId, { kind: 'ordered' })
  expect(await erase(store, gone.customerId)).toMatchObject({ ok: true })
  const card = store.ok('li', 'customers.get', { customerId: other.customerId })
  expect(card.followUps[0]?.content).toBe(left)
})

it('a crash right after the act leaves no recording that the next opening keeps (S7)', async () => {
  const store = openTrainingStore()
  const { customerId } = await liveThrough(store)
  const { customer } = store.ok('director', 'customers.get', { customerId })
  const folder = store.file.replace(/\.db$/, '-recordings')
  const sounds = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wav'))
  // Without what comes after the act, which is what a crash takes away.
  store.ok('director', 'privacy.erase', {
    customerId,
    version: customer.version,
    name: customer.name ?? '',
    reason: '本人书面要求',
  })
  expect(sounds()).toHaveLength(1)
  store.close()
  const again = openMade(store, '2026-03-12')
  await expect.poll(sounds).toEqual([])
  again.close()
})
