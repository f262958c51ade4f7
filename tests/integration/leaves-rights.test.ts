import { describe, expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { register } from '#tests/support/book.ts'
import { asked, expectLawful, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

interface Row {
  readonly leaveId: string
  readonly planId: string
  readonly staffId: string
}
/** Every call about a leave or a person's leaves, and what it is asked with. */
const probes: Readonly<Record<string, (row: Row) => unknown>> = {
  'leaves.get': ({ leaveId }) => ({ leaveId }),
  'leaves.handoff': ({ leaveId }) => ({ leaveId }),
  'leaves.resolve': ({ leaveId, planId }) => ({ leaveId, planId }),
  'leaves.postponeRest': ({ leaveId }) => ({ leaveId }),
  'leaves.confirm': ({ leaveId }) => ({ leaveId }),
  'leaves.cancel': ({ leaveId }) => ({ leaveId }),
  'leaves.shorten': ({ leaveId }) => ({ leaveId, until: '2026-03-10' }),
  'leaves.whileAway': ({ leaveId }) => ({ leaveId }),
  'leaves.request': ({ staffId }) => ({ staffId, from: '2026-04-01', until: '2026-04-02', kind: 'other' }),
  'leaves.preview': ({ staffId }) => ({ staffId, from: '2026-04-01', until: '2026-04-02' }),
  'leaves.briefings': ({ staffId }) => ({ staffId }),
}

const makeRow = (store: TrainingStore, owner: PersonName): Row => {
  const { planId } = register(store, owner, { grade: 'B', expected: '2026-03-30', plan: '2026-03-10' })
  const { leaveId } = store.ok(owner, 'leaves.request', {
    from: '2026-03-09',
    until: '2026-03-13',
    kind: 'vacation',
  })
  return { leaveId, planId, staffId: store.ids[owner] }
}

describe('leaves are within reach of those whom the role table names (R-13.1)', () => {
  it('has a probe for every call that names a leave or a person', () => {
    const naming = declarations.map(([path]) => path).filter((path) => path.startsWith('leaves.'))
    expect(naming.filter((path) => !(path in probes)).sort()).toEqual(['leaves.calendar', 'leaves.list'])
  })

  it.each(matrixOf(Object.keys(probes)))(
    '%s reaches by %s a leave of %s only where the table says so',
    (role, path, whose) => {
      const store = openTrainingStore()
      const row = makeRow(store, owners[whose])
      expectLawful(store.answer(asked[role], path, probes[path]?.(row)), [role, path, whose])
    },
  )

  it.each([
    ['chen', ['陈晓东']],
    ['manager', ['李雪', '陈晓东']],
    ['otherManager', ['周婷']],
    ['director', ['周婷', '李雪', '陈晓东']],
  ] as const)('%s sees the leaves and the days of %j', (who, names) => {
    const store = openTrainingStore()
    for (const owner of Object.values(owners)) makeRow(store, owner)
    const { rows, total } = store.ok(who, 'leaves.list')
    expect(rows.map(({ staffName }) => staffName).sort()).toEqual([...names].sort())
    expect(total).toBe(names.length)
    const { people } = store.ok(who, 'leaves.calendar', { from: '2026-03-09', until: '2026-03-10' })
    expect(people.map(({ name }) => name).sort()).toEqual([...names].sort())
  })
})
