import { expect, it } from 'vitest'
import { sqliteOf } from '#main/store/handle.ts'
import { pairLevels, pairsSql } from '#main/store/read/duplicate-pairs.ts'
import { byNameSql, byPhoneSql, byPlateSql } from '#main/store/read/duplicates.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

/** What the desk asks at every key must be found, not looked for: 100,000 customers are not read through (≤ 30 ms). */
const planOf = (sql: string, values: Readonly<Record<string, unknown>>): string[] => {
  const { application } = openTrainingStore()
  return sqliteOf(application.store)
    .prepare<[Record<string, unknown>], { detail: string }>(`explain query plan ${sql}`)
    .all(values)
    .map(({ detail }) => detail)
}
const typed = { except: '', most: 5 }

it.each([
  ['a phone', byPhoneSql, { phone: '13900000001' }, /SEARCH customer_phones USING INDEX/],
  ['a plate', byPlateSql, { plate: '苏B12345', ...typed }, /SEARCH c USING INDEX customers_plate/],
  [
    'the sound of a name',
    byNameSql,
    { pinyin: 'wangwei', area: '江阴', models: '["帕萨特"]', ...typed },
    /SEARCH c USING INDEX customers_pinyin/,
  ],
])('finds %s through its index', (_what, sql, values, index) => {
  const plan = planOf(sql, values)
  expect(plan.some((line) => index.test(line))).toBe(true)
  expect(plan.filter((line) => /^SCAN (c|customers|customer_phones|shared_phones|o)\b/.test(line))).toEqual(
    [],
  )
})

const after = { firstId: '', secondId: '', most: 50 }
it.each(pairLevels)('joins suspected pairs by %s without comparing everybody with everybody', (level) => {
  for (const within of ['store', 'staff'] as const) {
    const values = { ...after, ...(within === 'staff' ? { staffIds: '[]' } : {}) }
    const plan = planOf(pairsSql(level, within), values)
    // One record after the other is taken as it lies; its like is looked up.
    expect(plan.filter((line) => /^SCAN b\b/.test(line))).toEqual([])
    if (level !== 'phone') {
      expect(plan.some((line) => /SEARCH b USING INDEX customers_(plate|pinyin)/.test(line))).toBe(true)
      expect(plan.filter((line) => /TEMP B-TREE FOR ORDER BY/.test(line))).toEqual([])
    }
  }
})
