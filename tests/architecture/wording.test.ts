import ts from 'typescript'
import { expect, it } from 'vitest'
import { texts } from '#shared/text/index.ts'
import { files, findNodes } from './sources.ts'

const HAN = /\p{Script=Han}/u

/** The only places outside the wording whose code holds Chinese, and why. */
const HOLD_CHINESE = [
  'src/shared/text/', // the wording itself
  'src/shared/policy/presets/', // the names that dealers gave their grades: data of a policy, edited by the store
  'src/main/files/import/', // the headings and values that dealers' files bring
  'src/main/application/seed', // the names of the people in the demo store
  'src/renderer/ui/choice/initials.ts', // one character for each letter of pinyin: marks in an order, not words
]

const isChineseText = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) &&
  HAN.test(node.text)

const flatten = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(value as object, `${path}${key}.`),
  )

const holesOf = (words: string): string[] =>
  [...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort()

const chinese = flatten(texts['zh-CN'])
const english = new Map(flatten(texts.en))

it('Chinese stands only in the wording, in import dictionaries and in demo names', () => {
  const sources = files('src/**/*.{ts,tsx}').filter(
    (file) => !HOLD_CHINESE.some((place) => file.startsWith(place)),
  )
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.flatMap((file) => findNodes(file, isChineseText))).toEqual([])
})

it('both languages have the same keys', () => {
  expect(chinese.length).toBeGreaterThan(50)
  expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
})

it('no wording is empty, and each language fills the same holes', () => {
  const uneven = chinese.filter(([key, words]) => {
    const other = english.get(key) ?? ''
    return words.trim() === '' || other.trim() === '' || holesOf(words).join() !== holesOf(other).join()
  })
  expect(uneven).toEqual([])
})

it('the English wording holds no Chinese', () => {
  // A language is offered under its own name, or whoever needs it could not find it.
  const ownName = 'frame.chinese'
  expect([...english].filter(([key, words]) => key !== ownName && HAN.test(words))).toEqual([])
})
