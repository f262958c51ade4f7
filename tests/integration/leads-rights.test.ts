import { describe, expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { leadIntake, leadOf } from '#tests/support/books/leads.ts'
import { apply as reassign } from '#tests/support/books/reassigning.ts'
import {
  asked,
  expectDoneByLaw,
  expectLawful,
  matrixOf,
  owners,
  type Whose,
} from '#tests/support/reach-matrix.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

interface Row {
  readonly leadId: string
  readonly exceptionId: string
  readonly staffId: string
  readonly helperId: string
}
/** Every call that names a lead or a person's calls, and what it is asked with. */
const probes: Readonly<Record<string, (row: Row) => unknown>> = {
  'leads.get': ({ leadId }) => ({ leadId }),
  'leads.update': ({ leadId }) => ({ leadId, area: '江阴' }),
  'leads.nameHelper': ({ exceptionId, helperId }) => ({ exceptionId, helperId }),
  'leads.endException': ({ exceptionId }) => ({ exceptionId, outcome: '谈过了' }),
  'leads.callLines': ({ staffId }) => ({ staffId }),
}

const makeRow = (store: TrainingStore, whose: Whose): Row => {
  const owner = owners[whose]
  const { leadId } = leadOf(store, owner)
  const { exceptionId } = store.ok(owner, 'leads.raiseException', {
    leadId,
    kind: 'own_request',
    note: '请帮忙',
  })
  const helperId = owner === 'li' ? store.ids.chen : store.ids.li
  return { leadId, exceptionId, staffId: store.ids[owner], helperId }
}

describe('leads are within reach of those whom the role table names (R-13.1)', () => {
  it('has a probe or a test of its own for every call', () => {
    const paths = declarations.map(([path]) => path).filter((path) => path.startsWith('leads.'))
    expect(paths.filter((path) => !(path in probes)).sort()).toEqual([
      'leads.add',
      'leads.assign',
      'leads.calls',
      'leads.close',
      'leads.import',
      'leads.imports',
      'leads.list',
      'leads.preview',
      'leads.raiseException',
      'leads.undoImport',
    ])
  })

  it.each(matrixOf(Object.keys(probes)))('%s reaches by %s a lead of %s', (role, path, whose) => {
    const store = openTrainingStore()
    const row = makeRow(store, whose)
    expectDoneByLaw(store.answer(asked[role], path, probes[path]?.(row)), [role, path, whose])
  })

  it.each(matrixOf(['leads.raiseException']))('%s raises by %s one of %s', (role, path, whose) => {
    const store = openTrainingStore()
    const { leadId } = leadOf(store, owners[whose])
    const answer = store.answer(asked[role], path, { leadId, kind: 'own_request', note: '请帮忙' })
    expectDoneByLaw(answer, [role, path, whose])
  })

  it.each(matrixOf(['leads.close', 'leads.assign']))(
    '%s finds by %s one of %s, and refuses it',
    (role, path, whose) => {
      const store = openTrainingStore()
      const { leadId } = leadOf(store, owners[whose])
      const input =
        path === 'leads.close' ? { leadId, reason: 'invalid' } : { leadIds: [leadId], to: store.ids.chen }
      expectLawful(store.answer(asked[role], path, input), [role, path, whose])
    },
  )

  it.each([
    ['chen', ['own']],
    ['manager', ['own', 'team', 'waits']],
    ['otherManager', ['other', 'waits']],
    ['director', ['other', 'own', 'team', 'waits']],
  ] as const)('%s sees %j', (who, names) => {
    const store = openTrainingStore()
    for (const whose of ['own', 'team', 'other'] as const) leadOf(store, owners[whose], { name: whose })
    store.ok('desk', 'leads.add', leadIntake({ name: 'waits' }))
    const { rows, total } = store.ok(who, 'leads.list')
    expect(rows.map(({ name }) => name).sort()).toEqual([...names])
    expect(total).toBe(names.length)
  })

  it('shows what waits to whoever took it down, and to no other consultant', () => {
    const store = openTrainingStore()
    const { leadId } = store.ok('chen', 'leads.add', leadIntake({ assign: 'later' }))
    expect(store.ok('chen', 'leads.list').total).toBe(1)
    expect(store.ok('li', 'leads.list').total).toBe(0)
    expect(store.refused('li', 'leads.close', { leadId, reason: 'invalid' }).code).toBe('NOT_FOUND')
    store.ok('chen', 'leads.close', { leadId, reason: 'invalid' })
  })

  it('follows a customer to his new owner', () => {
    const store = openTrainingStore()
    const { leadId, customerId } = leadOf(store, 'chen')
    reassign(store, [customerId])
    expect(store.ok('li', 'leads.get', { leadId })).toMatchObject({
      ownerName: '李雪',
      assigneeName: '陈晓东',
    })
    expect(store.refused('chen', 'leads.get', { leadId }).code).toBe('NOT_FOUND')
  })

  it('gives nobody a lead beyond the reach of who assigns it', () => {
    const store = openTrainingStore()
    const { leadId } = store.ok('desk', 'leads.add', leadIntake())
    expect(store.refused('manager', 'leads.assign', { leadIds: [leadId], to: store.ids.zhou })).toMatchObject(
      {
        code: 'PERMISSION_DENIED',
        reasons: [{ code: 'not_your_team', data: { field: 'to' } }],
      },
    )
  })
})
