import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { content, make, makeWith, merge, mergeOf, sound, versionOf } from '#tests/support/books/merging.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const names = (store: TrainingStore, text: string) =>
  store.ok('director', 'customers.search', { text }).rows.map(({ name }) => name)

/** Two records of 王伟 with chen: the older one with little, the newer one with a history. */
function openTwo() {
  const store = openTrainingStore()
  const old = makeWith(store, 'chen', { name: '王伟', mobile: '13900000001', area: '江阴', plate: '' })
  store.setNow('2026-03-04')
  const young = makeWith(store, 'chen', {
    name: '汪伟',
    mobile: '13900000002',
    area: '宜兴',
    plate: '苏B12345',
    birthday: '1900-01-01',
  })
  store.setNow('2026-03-06')
  reach(store, 'chen', young.opportunityId, planOn('2026-03-25'))
  store.ok('manager', 'instructions.add', { customerId: young.customerId, text: '请约到店' })
  return { store, old, young }
}

describe('the preview of a merge (R-3.4a, 合并)', () => {
  it('sets the fields side by side and proposes the filled one, then the newer one', () => {
    const { store, old, young } = openTwo()
    const { fields } = store.ok('manager', 'merges.preview', {
      keptId: old.customerId,
      droppedId: young.customerId,
    })
    const of = (field: string) => fields.find((each) => each.field === field)
    expect(of('name')).toMatchObject({ kept: '王伟', dropped: '汪伟', differs: true, choice: 'dropped' })
    expect(of('plate')).toMatchObject({ kept: null, dropped: '苏B12345', differs: true, choice: 'dropped' })
    // An unknown birthday is an empty field.
    expect(of('birthday')).toMatchObject({ dropped: '1900-01-01', differs: true, choice: 'kept' })
    expect(of('source')).toMatchObject({ differs: false, choice: 'kept' })
  })

  it('counts what moves and says what is worth knowing', () => {
    const { store, old, young } = openTwo()
    const preview = store.ok('manager', 'merges.preview', {
      keptId: old.customerId,
      droppedId: young.customerId,
    })
    expect(preview.moves).toMatchObject({
      opportunities: 1,
      followUps: 1,
      plans: 2,
      instructions: 1,
      phones: 1,
      visits: 0,
      claims: 0,
    })
    expect(preview).toMatchObject({ ownersDiffer: false, problems: [], relativesWithHim: [] })
    expect(preview.warnings).toEqual([{ code: 'merge_both_open', data: { count: 2 } }])
  })
})

describe('a merge (R-3.4a)', () => {
  it('makes one customer of two, with everything of both', () => {
    const { store, old, young } = openTwo()
    const done = merge(store, 'manager', old.customerId, young.customerId, {
      choices: { area: 'kept' },
      reason: '同一人登记了两次',
    })
    const card = store.ok('chen', 'customers.get', { customerId: old.customerId })
    expect(card.customer).toMatchObject({
      version: done.version,
      name: '汪伟',
      mobile: '13900000002',
      area: '江阴',
      plate: '苏B12345',
      birthday: '1988-05-20',
      createdOn: '2026-03-02',
    })
    expect(card.customer.phones.toSorted()).toEqual(['13900000001', '13900000002'])
    expect([card.opportunities.length, card.followUps.length, card.instructions.length]).toEqual([2, 1, 1])
    expect(card.mergedFrom).toMatchObject([
      { customerId: young.customerId, name: '汪伟', mergedOn: '2026-03-06', mergedBy: '钱经理' },
    ])
    expect(card.owners.map(({ ownerName, mergedFrom }) => [ownerName, mergedFrom])).toEqual([
      ['陈晓东', null],
      ['陈晓东', '汪伟'],
    ])
    expect(
      readRows(store, 'select last_effective_on as "on" from customers where merged_into_id is null'),
    ).toEqual([{ on: '2026-03-06' }])
    sound(store)
  })

  it('leaves nobody behind in lists, lookups, counts and figures, and one address for both', () => {
    const { store, old, young } = openTwo()
    merge(store, 'manager', old.customerId, young.customerId)
    expect(names(store, '伟')).toEqual(['汪伟'])
    expect(store.ok('desk', 'customers.lookup', { phone: '13900000002' })).toMatchObject({
      customerId: old.customerId,
    })
    expect(
      store.ok('director', 'reassignments.holdings').rows.find(({ name }) => name === '陈晓东'),
    ).toMatchObject({
      customers: 1,
      opportunities: 2,
    })
    expect(store.ok('director', 'reassignments.held', { from: store.ids.chen }).rows).toHaveLength(1)
    expect(store.ok('director', 'duplicates.list').rows).toEqual([])
    expect(store.ok('chen', 'duplicates.check', { name: '王伟', area: '宜兴' }).matches).toHaveLength(1)
    const { customer } = store.ok('chen', 'customers.get', { customerId: young.customerId })
    expect(customer.customerId).toBe(old.customerId)
    store.setNow('2026-05-10')
    expect(store.ok('manager', 'dailyCheck.get').store.figures.dormant).toBe(1)
    expect(store.ok('manager', 'ownership.thinIce', {})).toMatchObject({ total: 1 })
    sound(store)
  })

  it('answers every act on the merged record as if it were not there', () => {
    const { store, old, young } = openTwo()
    merge(store, 'manager', old.customerId, young.customerId)
    const { customerId } = young
    const code = (call: 'customers.update', input: object) =>
      store.refused('chen', call, { customerId, version: 3, ...input }).code
    expect(code('customers.update', { customer: { area: '苏州' } })).toBe('NOT_FOUND')
    const again = { keptId: old.customerId, droppedId: customerId }
    expect(store.refused('director', 'merges.preview', again).code).toBe('NOT_FOUND')
  })

  it('is refused where somebody saved first, and of one record with itself', () => {
    const { store, old, young } = openTwo()
    const input = mergeOf(store, old.customerId, young.customerId)
    store.ok('chen', 'customers.update', {
      customerId: young.customerId,
      version: input.versions.dropped,
      customer: { company: '江南机电' },
    })
    expect(store.refused('manager', 'merges.apply', input).code).toBe('STALE_VERSION')
    const itself = { keptId: old.customerId, droppedId: old.customerId }
    expect(store.refused('manager', 'merges.preview', itself).issues).toMatchObject([
      { field: 'droppedId', code: 'merge_with_itself' },
    ])
  })

  it('brings a sharer and the one he shared with to one phone', () => {
    const store = openTrainingStore()
    const first = makeWith(store, 'chen', { name: '王伟', mobile: '13900000001' })
    const second = store.ok('manager', 'customers.register', {
      ...intake({
        customer: { name: '汪伟', mobile: '13900000001' },
        opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-01' },
        plan: { on: '2026-03-20' },
        ownerId: store.ids.chen,
      }),
      overrideReason: '以为是两个人',
    })
    const before = content(store)
    const { mergeId } = merge(store, 'manager', second.customerId, first.customerId)
    expect(readRows(store, 'select * from shared_phones')).toEqual([])
    expect(store.ok('chen', 'customers.lookup', { phone: '13900000001' }).customerId).toBe(second.customerId)
    sound(store)
    store.ok('manager', 'merges.undo', { mergeId })
    expect(content(store)).toEqual(before)
  })

  it('joins the families of both, and takes away the link between the two', () => {
    const { store, old, young } = openTwo()
    const [wife, son] = [make(store, 'chen', '李娜'), make(store, 'chen', '王小明')]
    const link = (customerId: string, relativeId: string, relation: 'spouse' | 'child' | 'parent') =>
      store.ok('chen', 'customers.linkRelative', { customerId, relativeId, relation })
    link(old.customerId, wife.customerId, 'spouse')
    link(young.customerId, wife.customerId, 'spouse')
    link(son.customerId, young.customerId, 'parent')
    link(old.customerId, young.customerId, 'child')
    const before = content(store)
    const { mergeId } = merge(store, 'manager', old.customerId, young.customerId)
    const { relatives } = store.ok('chen', 'customers.get', { customerId: old.customerId })
    expect(relatives.map(({ name, relation }) => `${name} ${relation}`).sort()).toEqual([
      '李娜 spouse',
      '王小明 child',
    ])
    sound(store)
    store.ok('manager', 'merges.undo', { mergeId })
    expect(content(store)).toEqual(before)
    sound(store)
  })
})

describe('records of two owners (R-7.1)', () => {
  function openOfTwo() {
    const store = openTrainingStore()
    const kept = makeWith(store, 'chen', { name: '王伟', mobile: '13900000001' })
    const dropped = makeWith(store, 'li', { name: '汪伟', mobile: '13900000002' })
    const wife = make(store, 'li', '李娜')
    store.ok('li', 'customers.linkRelative', {
      customerId: dropped.customerId,
      relativeId: wife.customerId,
      relation: 'spouse',
    })
    store.ok('manager', 'instructions.add', { customerId: dropped.customerId, text: '请约到店' })
    store.setNow('2026-03-24')
    // The roll of the day has run before anything is compared.
    store.ok('director', 'merges.list')
    return { store, kept, dropped, wife }
  }

  it('are merged by a director alone', () => {
    const { store, kept, dropped } = openOfTwo()
    const input = mergeOf(store, kept.customerId, dropped.customerId)
    expect(store.refused('manager', 'merges.apply', input).reasons).toEqual([
      { code: 'merge_owners_differ', data: { owner: '陈晓东', other: '李雪' } },
    ])
    expect(
      store.ok('manager', 'merges.preview', { keptId: kept.customerId, droppedId: dropped.customerId }),
    ).toMatchObject({
      ownersDiffer: true,
      problems: [{ code: 'merge_owners_differ' }],
      relativesWithHim: ['李娜'],
    })
    store.ok('director', 'merges.apply', input)
  })

  it('become the kept owner’s as in every transfer, relatives too, and come back by an undo', () => {
    const { store, kept, dropped, wife } = openOfTwo()
    const before = content(store)
    const { mergeId } = merge(store, 'director', kept.customerId, dropped.customerId)
    const card = store.ok('chen', 'customers.get', { customerId: kept.customerId })
    expect(card.opportunities).toHaveLength(2)
    expect(card.plans.map(({ assigneeName }) => assigneeName)).toEqual(['陈晓东', '陈晓东'])
    // What was overdue falls due anew for the new owner.
    expect(card.plans.map(({ on }) => on).sort()).toEqual(['2026-03-20', '2026-03-24'])
    expect(card.owners.map(({ ownerName, reason, mergedFrom }) => [ownerName, reason, mergedFrom])).toEqual([
      ['陈晓东', 'registered', null],
      ['陈晓东', 'merged', '汪伟'],
      ['李雪', 'registered', '汪伟'],
    ])
    expect(store.ok('chen', 'customers.get', { customerId: wife.customerId }).customer.ownerName).toBe(
      '陈晓东',
    )
    sound(store)
    expect(store.refused('manager', 'merges.undo', { mergeId }).reasons).toMatchObject([
      { code: 'merge_needs_director' },
    ])
    store.ok('director', 'merges.undo', { mergeId })
    expect(content(store)).toEqual(before)
    sound(store)
  })

  it('are not merged into a record whose owner may not receive, or has none', () => {
    const store = openTrainingStore()
    const kept = makeWith(store, 'chen', { name: '王伟' })
    const dropped = makeWith(store, 'li', { name: '汪伟' })
    const zhou = makeWith(store, 'zhou', { name: '王维' })
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.chen, status: 'suspended' })
    expect(
      store.refused('director', 'merges.apply', mergeOf(store, kept.customerId, zhou.customerId)).reasons,
    ).toEqual([{ code: 'merge_owner_cannot_receive', data: { name: '陈晓东' } }])
    merge(store, 'director', zhou.customerId, dropped.customerId)
    sound(store)
  })
})

it('keeps the version that was there for whoever opened a record before a merge and an undo', () => {
  const { store, old, young } = openTwo()
  const version = versionOf(store, old.customerId)
  const { mergeId } = merge(store, 'manager', old.customerId, young.customerId)
  expect(versionOf(store, old.customerId)).toBeGreaterThan(version)
  store.ok('manager', 'merges.undo', { mergeId })
  expect(versionOf(store, old.customerId)).toBe(version)
})
