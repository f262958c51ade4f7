import { expect, it } from 'vitest'
import { runHere, type RunJob } from '#main/application/backups/jobs.ts'
import type { CustomerCard } from '#shared/contract/customers.ts'
import { reach } from '#tests/support/book.ts'
import { holds } from '#tests/support/files/forgotten.ts'
import { auditFindings, hostStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

const his = { name: '欧阳若谷', mobile: '13987654321' }

/** A store whose jobs can be held up, somebody to erase in it, and somebody else. */
function storeToEraseIn() {
  const held = new Map<string, () => Promise<void>>()
  const runJob: RunJob = async (name, input) => {
    const before = name === 'overwrite' ? held.get(name) : undefined
    await before?.()
    const output = runHere(name, input)
    await output
    if (name === 'lookUpInFull') await held.get(name)?.()
    return output
  }
  let ids = { customerId: '', other: '' }
  const store = hostStore(
    (filled) => {
      const made = filled.ok('chen', 'customers.register', intake({ customer: his }))
      reach(filled, 'chen', made.opportunityId, { kind: 'ordered' })
      const { customerId: other } = filled.ok('li', 'customers.register', intake({ ownerId: filled.ids.li }))
      ids = { customerId: made.customerId, other }
    },
    { runJob },
  )
  const erase = async () => {
    const { customerId } = ids
    const { customer } = await store.ok<CustomerCard>('director', 'customers.get', { customerId })
    const input = { customerId, version: customer.version, name: his.name, reason: '本人书面要求' }
    return store.ok(await store.signIn('director'), 'privacy.erase', input)
  }
  const tracesIn = () =>
    ['', '-wal', '-shm'].filter((suffix) =>
      [his.name, his.mobile].some((trace) => holds(store.file + suffix, trace)),
    )
  return { store, held, erase, tracesIn, ...ids }
}

it('what is written of somebody while he is looked for goes as well (S7)', async () => {
  const { store, held, erase, tracesIn, other } = storeToEraseIn()
  held.set('lookUpInFull', async () => {
    await store.ok('manager', 'instructions.add', {
      customerId: other,
      text: `和${his.name}（${his.mobile}）是朋友`,
    })
  })
  await erase()
  expect(tracesIn()).toEqual([])
  const { instructions } = await store.ok<CustomerCard>('manager', 'customers.get', { customerId: other })
  expect(instructions.map(({ text }) => text)).toEqual(['和■■■（■■■）是朋友'])
  expect(auditFindings(store.file)).toEqual([])
})

it('while what is left of him is overwritten everything is read, and whoever saves waits (S7, F3)', async () => {
  const { store, held, erase, tracesIn } = storeToEraseIn()
  let begun = false
  let goOn: () => void = () => undefined
  held.set('overwrite', () => {
    begun = true
    return new Promise<void>((resolve) => {
      goOn = resolve
    })
  })
  const order: string[] = []
  const erasing = erase().then(() => order.push('erased'))
  await expect.poll(() => begun).toBe(true)
  const saving = store.ok('chen', 'customers.register', intake()).then(() => order.push('saved'))
  await store.ok('chen', 'customers.search', { text: '王' })
  await store.ok('director', 'toDo.list', {})
  order.push('read')
  goOn()
  await Promise.all([erasing, saving])
  expect(order[0]).toBe('read')
  expect([...order].sort()).toEqual(['erased', 'read', 'saved'])
  expect(tracesIn()).toEqual([])
})
