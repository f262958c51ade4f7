import { expect, it } from 'vitest'
import { forgetDraftsOf, keepDraftAt, readDraftAt } from '../../../src/renderer/api/drafts.ts'

/** The storage of a page, without a page. */
function makeStorage(full = false) {
  const kept = new Map<string, string>()
  return {
    text: () => [...kept.values()].join(),
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}
const of = (staffId: string, customerId: string, id: string) => ({ staffId, customerId, id })

it('a draft is kept under its person, customer and plan, and goes when it is saved', () => {
  const storage = makeStorage()
  keepDraftAt(of('chen', 'c1', 'p1'), { content: '想看 SUV' }, storage)
  expect(readDraftAt(of('chen', 'c1', 'p1'), storage)).toEqual({ content: '想看 SUV' })
  expect(readDraftAt(of('wang', 'c1', 'p1'), storage)).toBeUndefined()
  keepDraftAt(of('chen', 'c1', 'p1'), null, storage)
  expect(readDraftAt(of('chen', 'c1', 'p1'), storage)).toBeUndefined()
  expect(storage.length).toBe(0)
})

it('nothing that anybody began to write of an erased customer stays on the machine (S7)', () => {
  const storage = makeStorage()
  keepDraftAt(of('chen', 'c1', 'p1'), { content: '王建国 13800138000' }, storage)
  keepDraftAt(of('wang', 'c1', 'p2'), { content: '王建国的太太' }, storage)
  keepDraftAt(of('chen', 'c12', 'p3'), { content: '别的客户' }, storage)
  storage.setItem('showroom.locale', 'zh-CN')
  forgetDraftsOf('c1', storage)
  expect(storage.text()).not.toMatch(/王建国|138/)
  expect(readDraftAt(of('chen', 'c12', 'p3'), storage)).toEqual({ content: '别的客户' })
  expect(storage.getItem('showroom.locale')).toBe('zh-CN')
})

it('a draft of an earlier version is found, and goes with the first erasure, because nobody can tell of whom it is', () => {
  const storage = makeStorage()
  storage.setItem('showroom.drafts.chen', JSON.stringify({ p1: { content: '旧' } }))
  expect(readDraftAt(of('chen', 'c1', 'p1'), storage)).toEqual({ content: '旧' })
  keepDraftAt(of('chen', 'c1', 'p1'), { content: '新' }, storage)
  expect(storage.text()).not.toContain('旧')
  storage.setItem('showroom.drafts.wang', JSON.stringify({ p9: { content: '谁' } }))
  forgetDraftsOf('c5', storage)
  expect(storage.text()).not.toContain('谁')
  expect(readDraftAt(of('chen', 'c1', 'p1'), storage)).toEqual({ content: '新' })
})

it('a draft goes with its plan to the record that is kept of two', () => {
  const storage = makeStorage()
  keepDraftAt(of('chen', 'dropped', 'p1'), { content: '合并前' }, storage)
  expect(readDraftAt(of('chen', 'kept', 'p1'), storage)).toEqual({ content: '合并前' })
  keepDraftAt(of('chen', 'kept', 'p1'), { content: '合并后' }, storage)
  expect(storage.text()).not.toContain('合并前')
})

it('no more than forty are kept, the newest ones, and what cannot be read is none', () => {
  const storage = makeStorage()
  for (let each = 0; each < 45; each += 1) keepDraftAt(of('chen', 'c1', `p${each}`), { each }, storage)
  expect(readDraftAt(of('chen', 'c1', 'p4'), storage)).toBeUndefined()
  expect(readDraftAt(of('chen', 'c1', 'p5'), storage)).toEqual({ each: 5 })
  storage.setItem('showroom.drafts.chen', '{"p1":')
  expect(readDraftAt(of('chen', 'c1', 'p5'), storage)).toBeUndefined()
  expect(() => keepDraftAt(of('chen', 'c1', 'p1'), {}, makeStorage(true))).not.toThrow()
})
