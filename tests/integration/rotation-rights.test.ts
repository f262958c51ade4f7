import { describe, expect, it } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { conversionSql, duePlansSql, eventsSql, todaySql, uncardedSql } from '#main/store/read/rotation.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { declarations } from '#shared/contract/index.ts'
import { asked, expectDoneByLaw, expectLawful, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { migrationsFolder, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

interface Row {
  readonly staffId: string
  readonly order: readonly string[]
}
/** Every call of the rotation. Whose place it is changes nothing: the order is the whole store's. */
const probes: Readonly<Record<string, (row: Row) => unknown>> = {
  'rotation.board': () => ({}),
  'rotation.history': () => ({ on: '2026-03-02' }),
  'rotation.skip': ({ staffId }) => ({ staffId, reason: '在接电话' }),
  'rotation.reorder': ({ order }) => ({ before: order, after: [...order].reverse() }),
  'rotation.letThrough': ({ staffId }) => ({ staffId, reason: '卡明天补' }),
  'rotation.restore': ({ staffId }) => ({ staffId, reason: '写过报告' }),
}
const orderOf = (store: TrainingStore) =>
  store.ok('director', 'rotation.board').places.map(({ staffId }) => staffId)

describe('the rotation is within reach of those whom the role table names (R-13.1)', () => {
  it('has a probe for every call', () => {
    const calls = declarations.map(([path]) => path).filter((path) => path.startsWith('rotation.'))
    expect(Object.keys(probes).sort()).toEqual(calls.sort())
  })

  it.each(matrixOf(Object.keys(probes)))('%s reaches by %s the place of %s', (role, path, whose) => {
    const store = openTrainingStore()
    const staffId = store.ids[owners[whose]]
    if (path === 'rotation.letThrough') {
      const visit = { kind: 'walk_in', partySize: 1, callerName: '王先生' } as const
      store.ok('director', 'visits.register', { ...visit, consultantId: staffId, byHandReason: '客户点名' })
    }
    const row = { staffId, order: orderOf(store) }
    const answer = store.answer(asked[role], path, probes[path]?.(row))
    // Nobody here has a month behind him, so there is nothing to restore.
    const check = path === 'rotation.restore' ? expectLawful : expectDoneByLaw
    check(answer, [role, path, whose])
  })

  it('tells the name of a visitor whole to whoever may read his visit, and to the others its first sign', () => {
    const store = openTrainingStore()
    store.ok('desk', 'visits.register', { kind: 'walk_in', partySize: 1, callerName: '欧阳先生' })
    const told = (who: 'zhou' | 'chen' | 'manager' | 'otherManager' | 'director' | 'desk') =>
      store.ok(who, 'rotation.board').places.flatMap((each) => each.with.map(({ callerName }) => callerName))
    expect(told('zhou')).toEqual(['欧阳先生'])
    expect(told('otherManager')).toEqual(['欧阳先生'])
    expect(told('director')).toEqual(['欧阳先生'])
    expect(told('desk')).toEqual(['欧阳先生'])
    expect(told('chen')).toEqual(['欧**'])
    expect(told('manager')).toEqual(['欧**'])
  })
})

describe('two windows on one store', () => {
  it('give visitors to one consultant after the other, whoever asks first', () => {
    const store = openTrainingStore()
    // Every window asks the one application; a second program is refused the file (P7).
    expect(() => openApplication({ file: store.file, migrationsFolder })).toThrow('STORE_BUSY')
    const input = { kind: 'walk_in', partySize: 1 }
    const visits = (['desk', 'director', 'desk'] as const).map(
      (as) => store.ok(as, 'visits.register', input).consultantId,
    )
    expect(visits).toEqual([store.ids.zhou, store.ids.li, store.ids.chen])
  })
})

describe('the readings of the board', () => {
  it.each([
    [duePlansSql, /SEARCH p USING INDEX plans_to_do \(assignee_id=\? AND status=\? AND due_on<\?\)/],
    [uncardedSql, /SEARCH v USING (COVERING )?INDEX visits_uncarded \(consultant_id=\? AND visited_on<\?\)/],
    [todaySql, /SEARCH visits USING INDEX visits_on/],
    [
      conversionSql,
      /SEARCH v USING INDEX visits_consultant \(consultant_id=\? AND visited_on>\? AND visited_on<\?\)/,
    ],
    [eventsSql, /SEARCH rotation_events USING INDEX rotation_events_on/],
  ])('find their rows by index', (sql, expected) => {
    const store = openTrainingStore()
    const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1] ?? '', '[]'] as const)
    const plan = sqliteOf(store.application.store)
      .prepare<[Record<string, string>], { detail: string }>(`explain query plan ${sql}`)
      .all(Object.fromEntries(names))
      .map(({ detail }) => detail)
    expect(plan.join('\n')).toMatch(expected)
    expect(plan.filter((detail) => /SCAN (p|o|v|visits|rotation_events)\b/.test(detail))).toEqual([])
  })
})
