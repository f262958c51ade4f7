import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareStore, sitDown } from '#main/application/bench/desk.ts'
import { writeRows } from '#tests/support/book.ts'
import { intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

const nothing = { customer: null, others: 0, appointment: null, uncarded: null }

describe('whoever comes in is found while his number is typed (R-3.4)', () => {
  it.each([
    ['139123', undefined],
    ['1391234', '王**'],
    ['139-1234-56', '王**'],
    ['+86 139 1234 5678', '王**'],
    ['13912345679', undefined],
  ])('%s finds %s', (phone, name) => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    const { customer } = store.ok('desk', 'arrivals.find', { phone })
    expect(customer?.name).toBe(name)
    if (name)
      expect(customer).toMatchObject({ ownerName: '陈晓东', ownerIsHere: true, why: [], mayOpen: false })
  })

  it('tells the owner the name and anybody else only whose customer he is', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    const find = { phone: '13912345678' }
    expect(store.ok('chen', 'arrivals.find', find).customer).toMatchObject({ name: '王伟', mayOpen: true })
    expect(store.ok('li', 'arrivals.find', find).customer).toMatchObject({ name: '王**', mayOpen: false })
    expect(store.ok('manager', 'arrivals.find', find).customer).toMatchObject({ name: '王伟', mayOpen: true })
  })

  it('names nobody as long as several numbers begin alike, and says how many', () => {
    const store = openTrainingStore()
    for (const mobile of ['13912345678', '13912340000', '13912399999'])
      store.ok('chen', 'customers.register', intake({ customer: { mobile } }))
    expect(store.ok('desk', 'arrivals.find', { phone: '1391234' })).toEqual({ ...nothing, others: 2 })
    expect(store.ok('desk', 'arrivals.find', { phone: '13912345' })).toMatchObject({ others: 0 })
  })

  it('counts who shares a number and names whose it is (R-3.4a)', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    const other = store.ok('li', 'customers.register', intake({ customer: { name: '赵敏' } }))
    writeRows(
      store,
      `insert into shared_phones (shared_phone_id, phone, customer_id, reason, allowed_by, allowed_on, allowed_at)
       values ('s1', '13912345678', ?, '夫妻', ?, '2026-03-02', 1)`,
      other.customerId,
      store.ids.manager,
    )
    expect(store.ok('desk', 'arrivals.find', { phone: '13912345678' })).toMatchObject({
      customer: { name: '王**' },
      others: 1,
    })
  })

  it('finds by the plate, however it is typed', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { plate: '苏B12345' } }))
    expect(store.ok('desk', 'arrivals.find', { plate: '苏b·12 345' }).customer?.name).toBe('王**')
    store.ok('chen', 'customers.register', intake({ customer: { name: '赵敏', plate: '苏B12345' } }))
    expect(store.ok('desk', 'arrivals.find', { plate: '苏B12345' })).toEqual({ ...nothing, others: 2 })
  })

  it('tells the appointment of today and the visit that has no card yet', () => {
    const store = openTrainingStore()
    const plan = { on: '2026-03-02', channel: 'showroom_visit', time: '14:30' } as const
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' }, plan }))
    expect(store.ok('desk', 'arrivals.find', { phone: '13912345678' }).appointment).toEqual({
      on: '2026-03-02',
      time: '14:30',
      ownerName: '陈晓东',
    })
    const consultant = { consultantId: store.ids.li, byHandReason: '点名' }
    store.ok('desk', 'visits.register', {
      kind: 'walk_in',
      phone: '13800001111',
      plate: '苏B777',
      ...consultant,
    })
    for (const find of [{ phone: '138 0000 1111' }, { plate: '苏B777' }])
      expect(store.ok('desk', 'arrivals.find', find)).toMatchObject({
        customer: null,
        uncarded: { visitedOn: '2026-03-02', consultantName: '李雪', mayOpen: true },
      })
    expect(store.ok('chen', 'arrivals.find', { phone: '13800001111' }).uncarded).toMatchObject({
      mayOpen: false,
    })
  })

  it('says why the owner is not here', () => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    const { leaveId } = store.ok('zhou', 'leaves.request', {
      from: '2026-03-03',
      until: '2026-03-03',
      kind: 'other',
    })
    store.ok('otherManager', 'leaves.confirm', { leaveId })
    store.ok('zhou', 'customers.register', intake({ customer: { mobile: '13900000000' } }))
    store.setNow('2026-03-03')
    const { customer } = store.ok('desk', 'arrivals.find', { phone: '13900000000' })
    expect(customer?.ownerIsHere).toBe(false)
    expect(customer?.why.length).toBe(1)
  })

  it('answers nothing to nothing, and admins not at all', () => {
    const store = openTrainingStore()
    expect(store.ok('desk', 'arrivals.find', {})).toEqual(nothing)
    expect(store.refused('admin', 'arrivals.find', { phone: '13912345678' }).code).toBe('PERMISSION_DENIED')
  })
})

it('reads nothing without an index while the desk types', () => {
  const store = openTrainingStore()
  store.ok('chen', 'customers.register', intake({ customer: { mobile: '13912345678', plate: '苏B12345' } }))
  store.application.close()
  const file = `${store.file}.copy`
  copyFileSync(store.file, file)
  prepareStore({ file, migrationsFolder })
  const desk = sitDown({ file, migrationsFolder, traced: true })
  const { token } = desk.signedIn('front_desk')
  desk.ask('policies.current', undefined, token)
  desk.takeTrace()
  desk.ask('arrivals.find', { phone: '1391234', plate: '苏B12345' }, token)
  desk.ask('arrivals.find', { phone: '13912345678' }, token)
  const asked = desk.takeTrace()
  desk.close()
  // What SQLite knows of the size of this small store would let it read tables whole.
  const forgetful = new Database(file)
  forgetful.exec('drop table if exists sqlite_stat1; drop table if exists sqlite_stat4')
  forgetful.close()
  const sqlite = new Database(file, { readonly: true })
  const scans = asked.flatMap(({ sql, values }) =>
    sqlite
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...values)
      .filter(({ detail }) => /^SCAN (?!.*USING (COVERING )?INDEX)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`),
  )
  sqlite.close()
  expect(scans.filter((found) => /^SCAN (customer|visit|plans|shared|[cvp]\b)/.test(found))).toEqual([])
})
