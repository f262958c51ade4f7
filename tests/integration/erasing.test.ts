import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import {
  erase,
  filesOf,
  forgotten,
  foundIn,
  holds,
  liveThrough,
  traces,
} from '#tests/support/files/forgotten.ts'
import { makeWith } from '#tests/support/books/merging.ts'
import { openMade } from '#tests/support/made-store.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const problemsOf = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

/** What a figure is: numbers, truths, dates and how many there are; words are left out. */
const figuresOf = (value: unknown): unknown => {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null
  if (Array.isArray(value)) return value.map(figuresOf)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, figuresOf(each)]))
}
const span = { from: '2026-03-01', until: '2026-03-12' }
const figures = (store: TrainingStore) => ({
  check: ['2026-03-02', '2026-03-05', '2026-03-08', '2026-03-09', '2026-03-12'].map((on) =>
    figuresOf(store.ok('director', 'dailyCheck.get', { on })),
  ),
  signed: figuresOf(
    store.ok('director', 'dailyCheck.signed', { on: '2026-03-08', signedBy: store.ids.manager }),
  ),
  showroom: figuresOf(store.ok('director', 'figures.showroom', span)),
  report: figuresOf(store.ok('director', 'forms.dailyReport', { on: '2026-03-02' })),
  register: figuresOf(store.ok('director', 'visits.day', { on: '2026-03-02' })),
  violations: figuresOf(store.ok('director', 'violations.list', { limit: 500 })),
  losses: figuresOf(store.ok('director', 'losses.list')),
  ledger: figuresOf(store.ok('director', 'penalties.ledger', { ...span, limit: 500 })),
})

it('leaves no trace of name, number, plate or words in the file, its log and its indexes (S7)', async () => {
  const store = openTrainingStore()
  const { customerId, other } = await liveThrough(store)
  expect(foundIn(store).sort()).toEqual([...traces].sort())
  const before = figures(store)
  const kept = store.ok('director', 'privacy.previewErasure', { customerId }).kept
  expect(kept).toMatchObject({ opportunities: 2, followUps: 3, visits: 1, leads: 1, violations: 1 })

  expect(await erase(store, customerId)).toMatchObject({ ok: true, value: { erasedOn: '2026-03-12' } })
  expect(foundIn(store)).toEqual([])
  expect(problemsOf(store)).toEqual([])
  expect(store.ok('director', 'audit.verify')).toMatchObject({ ok: true })
  // Ids, dates, results, grades, counts and amounts are what they were.
  expect(figures(store)).toEqual(before)
  const card = store.ok('director', 'customers.get', { customerId })
  expect(card.customer).toMatchObject({ name: '已抹除客户', mobile: '', erasedOn: '2026-03-12', phones: [] })
  expect([card.opportunities.length, card.followUps.length]).toEqual([kept.opportunities, kept.followUps])
  expect(Object.values(card.abilities)).not.toContain(true)
  // What was written of somebody else keeps its words.
  const others = store.ok('li', 'customers.get', { customerId: other.customerId })
  expect(others.followUps[0]?.content).toBe('和■■■一起来的，她的电话■■■')
  expect(others.customer).toMatchObject({ name: '吴大伟', mobile: '13700000009' })
  const folder = store.file.replace(/\.db$/, '-recordings')
  expect(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.wav')),
  ).toEqual([])
})

it('an erased customer is found by nothing, and may come again as somebody new (S7)', async () => {
  const store = openTrainingStore()
  const { customerId } = await liveThrough(store)
  await erase(store, customerId)
  for (const text of [forgotten.name, '5678', 'oyxd', 'ouyang', forgotten.plate, '已抹除', forgotten.mobile])
    expect([text, store.ok('director', 'customers.search', { text }).rows]).toEqual([text, []])
  const listed = store.ok('director', 'customers.search', { limit: 500 }).rows
  expect(listed.map((row) => row.customerId)).not.toContain(customerId)
  expect(store.ok('desk', 'customers.lookup', { phone: forgotten.mobile })).toMatchObject({ found: false })
  expect(store.ok('director', 'duplicates.list', {}).rows).toEqual([])
  const again = makeWith(store, 'li', { name: forgotten.name, mobile: forgotten.mobile })
  expect(store.ok('li', 'customers.get', { customerId: again.customerId }).customer.ownerName).toBe('李雪')
  expect(problemsOf(store)).toEqual([])
  expect(
    store.refused('director', 'customers.update', { customerId, version: 20, customer: { name: '某人' } }),
  ).toMatchObject({
    reasons: [{ code: 'customer_erased' }],
  })
  expect(await erase(store, customerId, { version: 9, name: '已抹除客户' })).toMatchObject({
    error: { reasons: [{ code: 'customer_erased' }] },
  })
})

it('a redacted entry that is changed afterwards is named, and so is one that no redaction names (S6, S7)', async () => {
  const store = openTrainingStore()
  const { customerId } = await liveThrough(store)
  await erase(store, customerId)
  const [entry] = readRows<{ sequence: number }>(
    store,
    "select min(cast(row_id as integer)) as sequence from redactions where table_name = 'audit_entries'",
  )
  const sequence = entry?.sequence ?? 0
  expect(sequence).toBeGreaterThan(1)
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(store.file)
  // The trigger lets a redacted row be written; the digest of the redaction does not.
  db.prepare("update audit_entries set changes = replace(changes, '…', '—') where sequence = ?").run(sequence)
  expect(() =>
    db.prepare("update audit_entries set changes = '[]' where sequence = ?").run(sequence - 20),
  ).toThrow('append-only')
  expect(() => db.prepare('delete from redactions').run()).toThrow('append-only')
  expect(() => db.prepare('update customers set erased_on = null').run()).toThrow('stays erased')
  db.close()
  const { problems } = verifyStore(store.application.store, 'en')
  expect(problems.map(({ table, id }) => [table, id])).toContainEqual(['audit_entries', String(sequence)])
})

it('a crash right after the act leaves pages that the next opening overwrites (S7)', async () => {
  const store = openTrainingStore()
  const { customerId } = await liveThrough(store)
  const { customer } = store.ok('director', 'customers.get', { customerId })
  // Without what comes after the act, which is what a crash takes away: the pages still hold him.
  store.ok('director', 'privacy.erase', {
    customerId,
    version: customer.version,
    name: customer.name ?? '',
    reason: '本人书面要求',
  })
  expect(foundIn(store)).toContain(forgotten.name)
  store.close()
  const again = openMade(store, '2026-03-12')
  await expect.poll(() => foundIn(again)).toEqual([])
  expect(problemsOf(again)).toEqual([])
  again.close()
  expect(filesOf(again).some((file) => holds(file, forgotten.mobile))).toBe(false)
})

it('says what stands in the way, asks for the name, and keeps no reason that tells who it was (R-13.6)', async () => {
  const store = openTrainingStore()
  const { customerId, opportunityId } = store.ok(
    'chen',
    'customers.register',
    intake({ customer: { name: '孟繁星' } }),
  )
  store.ok('manager', 'instructions.add', { customerId, text: '请约到店' })
  const codes = (answer: Awaited<ReturnType<typeof erase>>) =>
    answer.ok ? [] : [...(answer.error.reasons ?? []), ...(answer.error.issues ?? [])].map(({ code }) => code)
  expect(
    store.ok('director', 'privacy.previewErasure', { customerId }).refusals.map(({ code }) => code),
  ).toEqual(['erasing_opportunity_open', 'erasing_instruction_open'])
  expect(codes(await erase(store, customerId))).toEqual([
    'erasing_opportunity_open',
    'erasing_instruction_open',
  ])
  expect(codes(await erase(store, customerId, { name: '孟繁' }))).toEqual(['not_the_name'])
  expect(await erase(store, customerId, { version: 99 })).toMatchObject({ error: { code: 'STALE_VERSION' } })
  reach(store, 'chen', opportunityId, { kind: 'ordered' })
  const { instructionId } = store.ok('director', 'customers.get', { customerId }).instructions[0] ?? {
    instructionId: '',
  }
  store.ok('chen', 'instructions.answer', { instructionId, text: '已约' })
  store.ok('manager', 'instructions.close', { instructionId })
  expect(codes(await erase(store, customerId, { reason: '孟繁星要求删除' }))).toEqual([
    'erasing_reason_tells',
  ])
  for (const who of ['admin', 'manager', 'chen', 'desk'] as const)
    expect(store.refused(who, 'privacy.previewErasure', { customerId }).code).toBe('PERMISSION_DENIED')
  expect(codes(await erase(store, customerId))).toEqual([])
  // The reason stands in the trail, with who did it.
  expect(store.ok('director', 'audit.list', { call: 'privacy.erase' }).rows).toMatchObject([
    { staffName: '高总监', reason: '本人书面要求' },
  ])
})

it('a namesake keeps his name, and whoever shared the phone keeps the phone (S7, R-3.4a)', async () => {
  const store = openTrainingStore()
  const mobile = '13911112222'
  const gone = makeWith(store, 'chen', { name: '季子墨', mobile })
  const namesake = makeWith(store, 'li', { name: '季子墨' })
  reach(store, 'li', namesake.opportunityId, planOn('2026-03-20'), { content: '季子墨要看混动' })
  const sharing = store.ok('manager', 'customers.register', {
    ...intake({ customer: { name: '季大山', mobile }, ownerId: store.ids.li }),
    overrideReason: '父子共用',
  })
  reach(store, 'chen', gone.opportunityId, { kind: 'ordered' })
  expect(await erase(store, gone.customerId)).toMatchObject({ ok: true })
  const like = store.ok('li', 'customers.get', { customerId: namesake.customerId })
  expect([like.customer.name, like.followUps[0]?.content]).toEqual(['季子墨', '季子墨要看混动'])
  expect(store.ok('li', 'customers.get', { customerId: sharing.customerId }).customer.phones).toEqual([
    mobile,
  ])
  expect(store.ok('desk', 'customers.lookup', { phone: mobile })).toMatchObject({
    customerId: sharing.customerId,
  })
  expect(problemsOf(store)).toEqual([])
})
