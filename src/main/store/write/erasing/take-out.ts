import type { Known } from '../../read/erasure.ts'
import { blackened } from './held.ts'

/** What people put between the digits of a number, also in the width of a Chinese keyboard. */
const between = '[\\s\\u200b-\\u200f\\u202a-\\u202e\\ufeff.．·()（）\\[\\]\\-－‐-―−ー~～/／_＿,，、*]*'
const codeOfZero = 0x30
const codeOfWideZero = 0xff10

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A number however it is written: with blanks and dashes, in wide digits. */
const anyForm = (phone: string) =>
  [...phone.replace(/\D/g, '')]
    .map((digit) => `[${digit}${String.fromCharCode(digit.charCodeAt(0) - codeOfZero + codeOfWideZero)}]`)
    .join(between)

/** A number, a plate or an account shorter than this may be anything. */
const shortestPhone = 7
const shortestMark = 4
const shortestName = 2
/** Words of his own that are shorter say nothing of him. */
const shortestText = 2

/** What the product itself writes: codes, dates, numbers. A remark that reads like one is no word of a person. */
const isCode = (text: string) => /^[a-z_]*$|^[\d\s:.,-]*$/.test(text)

/** Takes a person out of texts; the text comes back as it is where he is not in it. */
export interface TakeOut {
  /** Of a text that is about anybody: his name, if nobody else's contains it, his numbers and marks. */
  readonly fromAny: (text: string) => string
  /** Of a text that is about him: the same, his name in any case, and every word that was written of him. */
  readonly fromHis: (text: string) => string
}

/**
 * What takes a person out of texts (S7).
 * @param texts what was written of him, found in his own rows
 */
export function takeOutOf(
  known: Known,
  isNobodyElses: (name: string) => boolean,
  texts: ReadonlySet<string>,
): TakeOut {
  const byLength = (a: string, b: string) => b.length - a.length
  const numbers = known.phones
    .filter((phone) => phone.length >= shortestPhone)
    .sort(byLength)
    .map((phone) => `(?:[+＋]?[8８][6６]${between})?${anyForm(phone)}`)
  const marks = known.marks.filter((mark) => mark.length >= shortestMark).map(literal)
  const names = known.names.filter((name) => name.length >= shortestName).sort(byLength)
  const alone = names.filter(isNobodyElses)
  const words = [...texts]
    .filter((text) => text.length >= shortestText && text !== blackened && !isCode(text))
    .sort(byLength)
  const replacing = (patterns: readonly string[]) => {
    if (patterns.length === 0) return (text: string) => text
    const pattern = new RegExp(patterns.join('|'), 'giu')
    return (text: string) => text.replace(pattern, blackened)
  }
  const fromAny = replacing([...numbers, ...marks, ...alone.map(literal)])
  const ofHis = replacing([...numbers, ...marks, ...names.map(literal)])
  return {
    fromAny,
    fromHis: (text) => ofHis(words.reduce((left, word) => left.replaceAll(word, blackened), text)),
  }
}

/** Walks a JSON value, changing its strings. `isHis` says of an object that it, and all within, is about him. */
export function takeOutOfJson(
  value: unknown,
  take: TakeOut,
  isHis: (entry: Readonly<Record<string, unknown>>) => boolean,
  his = false,
): unknown {
  if (typeof value === 'string') return his ? take.fromHis(value) : take.fromAny(value)
  if (Array.isArray(value)) return value.map((each) => takeOutOfJson(each, take, isHis, his))
  if (value === null || typeof value !== 'object') return value
  const entry = value as Readonly<Record<string, unknown>>
  const within = his || isHis(entry)
  return Object.fromEntries(
    Object.entries(entry).map(([key, each]) => [key, takeOutOfJson(each, take, isHis, within)]),
  )
}
