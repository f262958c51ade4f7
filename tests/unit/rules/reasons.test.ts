import { expect, it } from 'vitest'
import { reason, reasonCodes, reasonRule, reasonSchema } from '#shared/reasons.ts'
import { reasons as en } from '#shared/text/en/reasons.ts'
import { reasons as zh } from '#shared/text/zh-CN/reasons.ts'

it('every reason names its rule and is worded in both languages', () => {
  expect(Object.keys(zh).sort()).toEqual([...reasonCodes].sort())
  expect(Object.keys(en).sort()).toEqual([...reasonCodes].sort())
  for (const code of reasonCodes) expect(reasonRule[code]).toMatch(/^R-\d+\.\d+[a-z]?$/)
})

it('a reason crosses a shell as code and data', () => {
  const made = reason('limit_by_grade', { grade: 'H', days: 3 })
  expect(reasonSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  expect(reasonSchema.safeParse({ code: 'because', data: {} }).success).toBe(false)
})
