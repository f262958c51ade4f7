import type { Chance } from './chance.ts'

/** What nobody sends who means well. */

const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\uffff',
  '\u202e\u200b\u2066',
  '𠮷𠮷𠮷',
  'e\u0301',
  'İ',
  'ﬁ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1',
  "'; drop table customers; --",
  '%_%',
  '"*" OR 1',
  'NEAR(',
  '{{name}}',
  '<script>',
  '../../x',
  'NaN',
  'null',
  'true',
  '1e309',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  '2026-03-02T09:00:00+08:00',
  '24:00',
  '１３８００１３８０００',
  '13800138000',
]
const numbers = [
  0,
  -0,
  -1,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 63),
  1e308,
  5e-324,
  8.64e15 + 1,
]

const longText = (chance: Chance): string => 'x汉\ud83d'.repeat(10 ** (1 + chance.below(4)))

function deep(chance: Chance): unknown {
  let value: unknown = chance.yes(0.5) ? [] : {}
  const depth = 10 ** (1 + chance.below(4))
  for (let i = 0; i < depth; i += 1)
    value = chance.yes(0.5) ? [value] : chance.yes(0.5) ? { next: value } : { customer: value }
  return value
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { rows: [] }
  value['self'] = value
  value['rows'] = [value, { value }]
  return value
}

/** Keys that mean something to the language and nothing to the product. */
const withPrototypeKeys = (): unknown =>
  JSON.parse(
    '{"__proto__":{"staffId":"x","role":"director"},"constructor":{"prototype":{"role":"admin"}},"toString":1}',
  )

export const nastyText = (chance: Chance): string =>
  chance.yes(0.03) ? longText(chance) : chance.pick(texts)

/** Any value at all, in the shapes that a page, a port or a line of JSON can deliver. */
export function nasty(chance: Chance, depth = 0): unknown {
  const kind = chance.below(depth > 3 ? 8 : 20)
  if (kind < 3) return nastyText(chance)
  if (kind < 5) return chance.pick(numbers)
  if (kind === 5) return chance.pick([null, undefined, true, false])
  if (kind === 6)
    return chance.pick<() => unknown>([
      () => BigInt(chance.below(9)),
      () => new Map([['a', 1]]),
      () => new Set([1]),
      () => new URL('app://x/'),
      () => /x/,
      () => Symbol('x'),
      () => () => 1,
    ])()
  if (kind === 7)
    return chance.pick<() => unknown>([
      withPrototypeKeys,
      () => Object.create(null) as unknown,
      () => new Uint8Array(8),
      () => Array.from({ length: 3 }),
    ])()
  if (kind === 8 && chance.yes(0.1)) return deep(chance)
  if (kind === 9 && chance.yes(0.3)) return cyclic()
  if (kind < 14) return Array.from({ length: chance.below(4) }, () => nasty(chance, depth + 1))
  return Object.fromEntries(
    Array.from({ length: chance.below(5) }, () => [chance.pick(texts), nasty(chance, depth + 1)]),
  )
}
