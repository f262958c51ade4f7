import { expect, it } from 'vitest'
import { shortName } from '#shared/text/salutation.ts'

it.each([
  ['王建国', 'male', 'zh-CN', '王先生'],
  ['王建国', 'male', 'en', '王先生'],
  ['刘芳', 'female', 'zh-CN', '刘女士'],
  ['刘芳', null, 'zh-CN', '刘**'],
  ['刘芳', 'unknown', 'zh-CN', '刘**'],
  ['王先生', null, 'zh-CN', '王先生'],
  ['Adam Smith', 'male', 'en', 'Mr A**'],
  ['Ms Jones', null, 'en', 'Ms J**'],
] as const)('%s (%s, %s) is called %s where others see it (S5)', (name, gender, locale, short) => {
  expect(shortName(name, gender, locale)).toBe(short)
})
