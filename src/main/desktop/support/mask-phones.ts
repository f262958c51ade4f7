/** What people and programs put between the digits of a number. */
const between = '[\\s\\u200b-\\u200f\\u202a-\\u202e\\ufeff.．·()（）\\[\\]\\-－‐-―−ー~～/／_＿]{0,3}'
const digit = '[0-9０-９]'
/**
 * An id of an incident or of a row, a date with its time, or a chain of hexadecimal digits: these must stay readable. Else seven digits
 * and more, in either width, with or without a plus and with what people put between.
 */
const readable = [
  '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  '(?<![0-9０-９])\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3}Z?)?)?)?(?![0-9０-９-])',
].join('|')
const pattern = new RegExp(`(${readable})|[+＋]?${digit}(?:${between}${digit}){6,}`, 'giu')

/** Blackens whatever may be a phone number (S5): mobiles, landlines, foreign ones, as they are typed, in JSON and in stacks. */
export const maskPhones = (text: string): string =>
  text.replace(pattern, (_found, kept: string | undefined) => kept ?? '*******')
