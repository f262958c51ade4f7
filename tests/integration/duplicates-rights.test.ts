import { describe, expect, it } from 'vitest'
import { asked, expectDoneByLaw, matrixOf, owners, type Whose } from '#tests/support/reach-matrix.ts'
import { makeWith, mergeOf } from '#tests/support/books/merging.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

interface Two {
  readonly store: TrainingStore
  readonly keptId: string
  readonly droppedId: string
}

/** Two records that look alike, of one owner. */
function openTwo(whose: Whose): Two {
  const store = openTrainingStore()
  const kept = makeWith(store, owners[whose], { name: '王伟' })
  const dropped = makeWith(store, owners[whose], { name: '汪伟' })
  return { store, keptId: kept.customerId, droppedId: dropped.customerId }
}
const pair = ({ keptId, droppedId }: Two) => ({ firstId: keptId, secondId: droppedId })

const probes: Readonly<Record<string, (two: Two) => unknown>> = {
  'duplicates.dismiss': (two) => ({ ...pair(two), reason: '身份证不同' }),
  'duplicates.undismiss': (two) => {
    two.store.ok('director', 'duplicates.dismiss', { ...pair(two), reason: '身份证不同' })
    return pair(two)
  },
  'merges.preview': ({ keptId, droppedId }) => ({ keptId, droppedId }),
  'merges.apply': ({ store, keptId, droppedId }) => mergeOf(store, keptId, droppedId),
  'merges.undo': ({ store, keptId, droppedId }) => {
    const { mergeId } = store.ok('director', 'merges.apply', mergeOf(store, keptId, droppedId))
    return { mergeId }
  },
}

describe('duplicates and merges are reached where the role table says so (R-13.1)', () => {
  it.each(matrixOf(Object.keys(probes)))('%s by %s, two records of %s', (role, path, whose) => {
    const two = openTwo(whose)
    const input = probes[path]?.(two)
    expectDoneByLaw(two.store.answer(asked[role], path, input), [role, path, whose])
  })

  it.each(['duplicates.dismiss', 'merges.preview', 'merges.apply'])(
    '%s needs both records within reach',
    (path) => {
      const store = openTrainingStore()
      const own = makeWith(store, 'chen', { name: '王伟' })
      const other = makeWith(store, 'zhou', { name: '汪伟' })
      const sides = [
        { store, keptId: own.customerId, droppedId: other.customerId },
        { store, keptId: other.customerId, droppedId: own.customerId },
      ]
      for (const two of sides) {
        const input = probes[path]?.(two)
        expect(store.answer('manager', path, input)).toMatchObject({ error: { code: 'NOT_FOUND' } })
      }
    },
  )

  it('lists pairs and merges within reach alone', () => {
    const { store, keptId, droppedId } = openTwo('other')
    const seen = () =>
      (['manager', 'otherManager', 'director'] as const).map((who) => [
        store.ok(who, 'duplicates.list').rows.length,
        store.ok(who, 'merges.list').total,
      ])
    expect(seen()).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
    ])
    store.ok('director', 'merges.apply', mergeOf(store, keptId, droppedId))
    expect(seen()).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
    ])
    for (const who of ['desk', 'chen', 'admin'] as const)
      for (const path of ['duplicates.list', 'merges.list'])
        expect(store.answer(who, path, {})).toMatchObject({ error: { code: 'PERMISSION_DENIED' } })
  })

  it('tells an administrator’s trail nothing of whom a merge was about', () => {
    const { store, keptId, droppedId } = openTwo('own')
    store.ok('director', 'merges.apply', mergeOf(store, keptId, droppedId))
    const words = JSON.stringify(store.ok('admin', 'audit.list', { limit: 500 }).rows)
    expect(words).not.toContain('王伟')
    expect(words).not.toContain('汪伟')
    expect(words).not.toMatch(/(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])/)
  })
})
