import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { readRows } from '#tests/support/book.ts'
import { phoneOf } from '#tests/support/books/contested.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const wang = { name: '王伟', area: '江阴', plate: '苏B12345', mobile: '13900000001' }
const register = (store: TrainingStore, who: PersonName, customer: object, opportunity: object = {}) =>
  store.ok(who, 'customers.register', intake({ customer, opportunity }))
const problems = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

/** A customer of chen's, and one of zhou's who knows nobody of his team. */
function openBook() {
  const store = openTrainingStore()
  const known = register(store, 'chen', wang)
  return { store, known }
}
const check = (store: TrainingStore, who: PersonName, input: object) =>
  store.ok(who, 'duplicates.check', input).matches

describe('the match ladder while somebody types (R-3.4a)', () => {
  it.each([
    ['the same phone, however it is written', { phone: '+86 139-0000 0001' }, ['phone']],
    ['the same plate, however it is written', { plate: '苏b·12345' }, ['plate']],
    ['a name that sounds the same, with the same area', { name: '汪玮', area: '江阴' }, ['name']],
    ['a name that sounds the same, with the same open model', { name: '汪玮', model: '帕萨特' }, ['name']],
    ['the same name, with another area', { name: '王伟', area: '苏州' }, []],
    ['the same name alone', { name: '王伟' }, []],
    ['the same area alone', { area: '江阴' }, []],
    ['a number that is not finished', { phone: '1390000' }, []],
    ['nothing at all', {}, []],
  ])('finds by %s', (_title, input, levels) => {
    const { store } = openBook()
    expect(check(store, 'chen', input).map(({ level }) => level)).toEqual(levels)
  })

  it('tells the strongest rung once, and in what else they agree', () => {
    const { store } = openBook()
    const typed = { phone: wang.mobile, plate: wang.plate, name: '王伟', area: '江阴', model: '帕萨特' }
    expect(check(store, 'chen', typed)).toMatchObject([
      { level: 'phone', agrees: ['phone', 'plate', 'name', 'area', 'model'], name: '王伟', mayOpen: true },
    ])
  })

  it.each([
    ['chen', '王伟', wang.mobile, true],
    ['manager', '王伟', wang.mobile, true],
    ['director', '王伟', wang.mobile, true],
    ['zhou', '王**', null, false],
    ['otherManager', '王**', null, false],
    ['desk', '王**', null, false],
  ] as const)('tells %s no more than he may know', (who, name, phone, mayOpen) => {
    const { store } = openBook()
    const [found] = check(store, who, { plate: wang.plate })
    expect(found).toMatchObject({ name, phone, mayOpen, masked: !mayOpen, ownerName: '陈晓东' })
    if (!mayOpen) expect(found).toMatchObject({ grade: null, lastContactOn: null, area: null, model: null })
  })

  it('compares nobody with himself, and tells relatives as such', () => {
    const { store, known } = openBook()
    const wife = register(store, 'chen', { name: '李娜', plate: wang.plate })
    store.ok('chen', 'customers.linkRelative', {
      customerId: known.customerId,
      relativeId: wife.customerId,
      relation: 'spouse',
    })
    const typed = { customerId: wife.customerId, name: '李娜', area: '江阴', plate: wang.plate }
    expect(check(store, 'chen', typed)).toMatchObject([{ level: 'relative', name: '王伟' }])
    const { version } = store.ok('chen', 'customers.get', { customerId: wife.customerId }).customer
    const saved = store.ok('chen', 'customers.update', {
      customerId: wife.customerId,
      version,
      customer: { area: '无锡' },
    })
    expect(saved.warnings).toEqual([])
  })
})

describe('on every entry and change (R-3.4a)', () => {
  it('warns of a likeness without refusing, as far as the asker may know', () => {
    const { store, known } = openBook()
    const own = register(store, 'chen', { name: '汪玮', plate: '苏B99999' })
    expect(own.warnings).toMatchObject([
      {
        code: 'possible_duplicate',
        data: { duplicateLevel: 'name', customerId: known.customerId, name: '王伟', ownerName: '陈晓东' },
      },
    ])
    const foreign = register(store, 'zhou', { name: '赵强', plate: wang.plate })
    expect(foreign.warnings).toMatchObject([{ data: { duplicateLevel: 'plate', name: '王**' } }])
  })

  it('asks the ladder again when what it compares has changed', () => {
    const { store } = openBook()
    const made = register(store, 'chen', { name: '赵强', area: '无锡' })
    const { customerId } = made
    expect(made.warnings).toEqual([])
    const renamed = store.ok('chen', 'customers.update', {
      customerId,
      version: 1,
      customer: { name: '王伟' },
    })
    expect(renamed.warnings).toMatchObject([{ code: 'possible_duplicate', data: { duplicateLevel: 'name' } }])
    const other = store.ok('chen', 'customers.update', {
      customerId,
      version: renamed.version,
      customer: { company: '江南机电' },
    })
    expect(other.warnings).toEqual([])
  })
})

describe('a phone that two share (R-3.4a, 共用电话)', () => {
  const overrideReason = '夫妻共用一部手机'
  const second = (phone = wang.mobile) => intake({ customer: { name: '李娜', mobile: phone } })

  it.each(['chen', 'zhou', 'desk'] as const)('is not allowed by %s', (who) => {
    const { store } = openBook()
    const input = { ...second(), overrideReason, ...(who === 'desk' ? { ownerId: store.ids.li } : {}) }
    expect(store.refused(who, 'customers.register', input).code).toBe('PERMISSION_DENIED')
  })

  it('stays blocked for a manager who gives no reason', () => {
    const { store } = openBook()
    const input = { ...second(), ownerId: store.ids.li }
    expect(store.refused('manager', 'customers.register', input).code).toBe('DUPLICATE_CUSTOMER')
    expect(store.refused('manager', 'customers.register', { ...input, overrideReason: '  ' }).code).toBe(
      'DUPLICATE_CUSTOMER',
    )
  })

  function share(who: PersonName = 'manager', owner: PersonName = 'li') {
    const { store, known } = openBook()
    const input = { ...second(), ownerId: store.ids[owner], overrideReason }
    return { store, known, made: store.ok(who, 'customers.register', input) }
  }

  it('stands on both cards with whom, why and by whom, and in the lookup', () => {
    const { store, known, made } = share('director', 'zhou')
    const card = (who: PersonName, customerId: string) => store.ok(who, 'customers.get', { customerId })
    expect(card('chen', known.customerId).sharedPhones).toEqual([
      {
        phone: wang.mobile,
        customerId: made.customerId,
        name: '李**',
        ownerName: '周婷',
        reason: overrideReason,
        allowedBy: '高总监',
        allowedOn: '2026-03-02',
        mayOpen: false,
      },
    ])
    expect(card('zhou', made.customerId).sharedPhones).toMatchObject([{ name: '王**', ownerName: '陈晓东' }])
    expect(card('zhou', made.customerId).customer.phones).toEqual([wang.mobile])
    expect(store.ok('chen', 'customers.lookup', { phone: wang.mobile })).toMatchObject({
      customerId: known.customerId,
      sharedWith: [{ customerId: made.customerId, name: '李**', ownerName: '周婷', mayOpen: false }],
    })
    expect(problems(store)).toEqual([])
  })

  it('finds both by the tail of the number', () => {
    const { store } = share()
    expect(store.ok('manager', 'customers.search', { text: '0001' }).rows.map(({ name }) => name)).toEqual([
      '李娜',
      '王伟',
    ])
  })

  it('belongs to the one who shared it when the first owner gets another number', () => {
    const { store, known, made } = share()
    const { customerId } = known
    store.ok('chen', 'customers.update', { customerId, version: 1, customer: { mobile: '13900000002' } })
    expect(store.ok('manager', 'customers.lookup', { phone: wang.mobile })).toMatchObject({
      customerId: made.customerId,
      sharedWith: [],
    })
    expect(readRows(store, 'select * from shared_phones')).toEqual([])
    expect(problems(store)).toEqual([])
  })

  it('stays with the first owner when the one who shared it gets another number', () => {
    const { store, known, made } = share()
    const { customerId } = made
    store.ok('li', 'customers.update', { customerId, version: 1, customer: { mobile: '13900000003' } })
    expect(store.ok('manager', 'customers.lookup', { phone: wang.mobile })).toMatchObject({
      customerId: known.customerId,
      sharedWith: [],
    })
    expect(problems(store)).toEqual([])
  })

  it('can be taken up later, by a change of the phone, and given back', () => {
    const { store, known } = openBook()
    const { customerId } = register(store, 'li', { name: '李娜', mobile: '13900000009' })
    const change = (mobile: string, version: number, reason?: string) =>
      store.ok('manager', 'customers.update', {
        customerId,
        version,
        ...(reason ? { overrideReason: reason } : {}),
        customer: { mobile },
      })
    expect(
      store.refused('li', 'customers.update', { customerId, version: 1, customer: { mobile: wang.mobile } })
        .code,
    ).toBe('DUPLICATE_CUSTOMER')
    const { version } = change(wang.mobile, 1, overrideReason)
    expect(store.ok('chen', 'customers.get', { customerId: known.customerId }).sharedPhones).toHaveLength(1)
    change('13900000009', version)
    expect(readRows(store, 'select * from shared_phones')).toEqual([])
    expect(phoneOf(store, customerId)).toBe('13900000009')
    expect(problems(store)).toEqual([])
  })
})

describe('suspected pairs (疑似重复)', () => {
  const names = (store: TrainingStore, who: PersonName, input: object = {}) =>
    store
      .ok(who, 'duplicates.list', input)
      .rows.map(({ level, first, second }) => `${level} ${[first.name, second.name].sort().join('+')}`)

  function openPairs() {
    const { store, known } = openBook()
    const wife = register(store, 'li', { name: '李娜', plate: wang.plate, area: '宜兴' })
    const alike = register(store, 'li', { name: '汪玮', area: '江阴' })
    register(store, 'zhou', { name: '王维', area: '无锡' }, { model: '途观' })
    register(store, 'zhou', { name: '王薇', area: '无锡' }, { model: '途昂' })
    return { store, known, wife, alike }
  }

  it('are listed strongest level first, each pair once, within reach of both', () => {
    const { store } = openPairs()
    expect(names(store, 'director')).toEqual(['plate 李娜+王伟', 'name 汪玮+王伟', 'name 王维+王薇'])
    expect(names(store, 'manager')).toEqual(['plate 李娜+王伟', 'name 汪玮+王伟'])
    expect(names(store, 'otherManager')).toEqual(['name 王维+王薇'])
    expect(names(store, 'director', { level: 'plate' })).toEqual(['plate 李娜+王伟'])
  })

  it('say whose they are, in what they agree, and who may merge them', () => {
    const { store } = openPairs()
    const [pair] = store.ok('manager', 'duplicates.list', { level: 'name' }).rows
    expect(pair).toMatchObject({
      agrees: ['name', 'area', 'model'],
      ownersDiffer: true,
      mayMerge: false,
      dismissed: null,
    })
    expect(store.ok('director', 'duplicates.list', { level: 'name' }).rows[0]?.mayMerge).toBe(true)
  })

  it('come page by page, each once', () => {
    const { store } = openPairs()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: {
        rows: { first: { customerId: string }; second: { customerId: string } }[]
        nextCursor: string | null
      } = store.ok('director', 'duplicates.list', { limit: 1, cursor })
      seen.push(...page.rows.map(({ first, second }) => `${first.customerId} ${second.customerId}`))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
  })

  it('leave the list when somebody finds them to be two people, and come back', () => {
    const { store, known, alike } = openPairs()
    const pair = { firstId: known.customerId, secondId: alike.customerId }
    store.ok('manager', 'duplicates.dismiss', { ...pair, reason: '身份证不同' })
    expect(names(store, 'manager')).toEqual(['plate 李娜+王伟'])
    expect(store.ok('manager', 'duplicates.list', { dismissed: true }).rows).toMatchObject([
      { level: 'name', dismissed: { reason: '身份证不同', by: '钱经理', on: '2026-03-02' } },
    ])
    store.ok('director', 'duplicates.undismiss', { firstId: pair.secondId, secondId: pair.firstId })
    expect(names(store, 'manager')).toHaveLength(2)
    expect(store.refused('director', 'duplicates.undismiss', pair).code).toBe('NOT_FOUND')
  })

  it('never hold linked relatives', () => {
    const { store, known } = openBook()
    const wife = register(store, 'chen', { name: '李娜', plate: wang.plate })
    expect(names(store, 'manager')).toHaveLength(1)
    store.ok('chen', 'customers.linkRelative', {
      customerId: known.customerId,
      relativeId: wife.customerId,
      relation: 'spouse',
    })
    expect(names(store, 'manager')).toEqual([])
  })

  it('hold the phones that were allowed, with the reason', () => {
    const { store } = openBook()
    store.ok('manager', 'customers.register', {
      ...intake({ customer: { name: '李娜', mobile: wang.mobile } }),
      ownerId: store.ids.chen,
      overrideReason: '公司总机',
    })
    expect(store.ok('manager', 'duplicates.list', { level: 'phone' }).rows).toMatchObject([
      { level: 'phone', sharedBecause: '公司总机', ownersDiffer: false, mayMerge: true },
    ])
  })
})
