import { describe, expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { asked, codeOf, expectLawful, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { cardOf, cameTo, openShowroom } from '#tests/support/books/showroom.ts'
import { intake, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

interface Row {
  readonly visitId: string
  readonly customerId: string
  readonly opportunityId: string
}
/** Every call about a line of the register or a test drive, and what it is asked with. */
const probes: Readonly<Record<string, (row: Row) => unknown>> = {
  'visits.get': ({ visitId }) => ({ visitId }),
  'visits.update': ({ visitId }) => ({ visitId, remark: '看车' }),
  'visits.leave': ({ visitId }) => ({ visitId }),
  'visits.handOver': ({ visitId }) => ({ visitId, consultantId: 'nobody', reason: '接电话' }),
  'visits.card': ({ visitId }) => ({ visitId, ...cardOf() }),
  'testDrives.record': ({ opportunityId }) => ({ opportunityId, drivenOn: '2026-03-02' }),
  'testDrives.list': ({ customerId }) => ({ customerId }),
}
const makeRow = (store: TrainingStore, owner: PersonName): Row => {
  const { customerId, opportunityId } = store.ok(owner, 'customers.register', intake())
  return { visitId: cameTo(store, owner).visitId, customerId, opportunityId }
}

describe('the register is within reach of those whom the role table names (R-13.1)', () => {
  it('has a probe for every call that names a row', () => {
    const naming = declarations.map(([path]) => path).filter((path) => /^(visits|testDrives)\./.test(path))
    const others = ['visits.register', 'visits.list', 'visits.day', 'visits.close', 'visits.countersign']
    expect(naming.filter((path) => !(path in probes)).sort()).toEqual(others.sort())
  })

  it.each(matrixOf(Object.keys(probes)))(
    '%s reaches by %s a line of %s only where the table says so',
    (role, path, whose) => {
      const store = openShowroom()
      const row = makeRow(store, owners[whose])
      expectLawful(store.answer(asked[role], path, probes[path]?.(row)), [role, path, whose])
    },
  )

  it.each([
    ['chen', ['陈晓东']],
    ['manager', ['李雪', '陈晓东', null]],
    ['otherManager', ['周婷', null]],
    ['desk', ['周婷', '李雪', '陈晓东', null]],
    ['director', ['周婷', '李雪', '陈晓东', null]],
  ] as const)('%s sees the lines of %j', (who, names) => {
    const store = openShowroom()
    for (const owner of Object.values(owners)) cameTo(store, owner)
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', withIntent: false })
    const { rows, total } = store.ok(who, 'visits.list')
    expect(new Set(rows.map(({ consultantName }) => consultantName))).toEqual(new Set(names))
    expect(total).toBe(names.length)
    expect(codeOf(store.answer(who, 'visits.get', { visitId }))).toBe(who === 'chen' ? 'NOT_FOUND' : 'ok')
  })

  it('shows the desk a phone whole on the day on which it has to complete it, and masked afterwards (R-13.2)', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { phone: '13912345678' })
    const phoneFor = (who: PersonName) => store.ok(who, 'visits.get', { visitId }).phone
    expect(phoneFor('desk')).toBe('13912345678')
    store.setNow('2026-03-03')
    expect(phoneFor('desk')).toBe('139****5678')
    expect(phoneFor('chen')).toBe('13912345678')
    expect(phoneFor('manager')).toBe('13912345678')
  })

  it('finds a line by its phone only for whom it shows the phone', () => {
    const store = openShowroom()
    store.ok('li', 'customers.register', intake({ customer: { mobile: '13912345678' } }))
    cameTo(store, 'chen', { phone: '13912345678' })
    const found = (who: PersonName) => store.ok(who, 'visits.list', { on: '2026-03-02', text: '2345' }).total
    expect([found('desk'), found('chen'), found('manager'), found('director')]).toEqual([1, 0, 1, 1])
    store.setNow('2026-03-03')
    expect([found('desk'), found('chen'), found('manager')]).toEqual([0, 0, 1])
  })
})
