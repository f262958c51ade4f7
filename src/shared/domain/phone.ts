import { reason, type Reason } from '../reasons.ts'

export const phoneKinds = ['mobile', 'landline', 'foreign'] as const
export type PhoneKind = (typeof phoneKinds)[number]

export type NormalisedPhone =
  | { readonly ok: true; readonly phone: string; readonly kind: PhoneKind }
  | { readonly ok: false; readonly reason: Reason }

// The forms of numbers are a fact of the telephone network, not a rule of the store, so they stay here.
const mobilePattern = /^1[3-9]\d{9}$/
// 010 and 02x are the area codes of three digits; all others have four (R-3.3: area code and 7 or 8 digits).
const landlinePattern = /^(?:010|02\d|0[3-9]\d{2})\d{7,8}$/
const foreignPattern = /^\+[1-9]\d{6,14}$/
/** What people put between digits: blanks, dashes of all kinds, dots, brackets, invisible marks. */
const separators = /[\s\u200b-\u200f\u202a-\u202e\ufeff.·()[\]\-‐-―−ー~/]/gu

const refuse = (code: Reason['code'], length: number): NormalisedPhone => ({
  ok: false,
  reason: reason(code, { field: 'mobile', length }),
})

/** 电话 Brings a number to the one form in which it is kept and compared, or says what is wrong. */
export const normalisePhone = (text: string): NormalisedPhone => {
  // NFKC turns full-width digits, plus signs and dashes into plain ones.
  const bare = text.normalize('NFKC').replace(separators, '')
  if (bare === '') return refuse('phone_empty', 0)
  if (!/^\+?\d+$/.test(bare)) return refuse('phone_has_other_characters', bare.length)
  const international = bare.startsWith('00') ? `+${bare.slice(2)}` : bare
  const isForeign = international.startsWith('+') && !international.startsWith('+86')
  if (isForeign) {
    return foreignPattern.test(international)
      ? { ok: true, phone: international, kind: 'foreign' }
      : refuse('phone_foreign_invalid', international.length - 1)
  }
  const own = international.startsWith('+86') ? international.slice(3) : international
  // 86138… without the plus: the country code typed or exported as part of a number.
  const national = /^86(?=1[3-9]\d{9}$)/.test(own) ? own.slice(2) : own
  if (mobilePattern.test(national)) return { ok: true, phone: national, kind: 'mobile' }
  // +86 21 … leaves the zero of the area code out.
  const withZero = international.startsWith('+86') && /^[2-9]/.test(national) ? `0${national}` : national
  if (landlinePattern.test(withZero)) return { ok: true, phone: withZero, kind: 'landline' }
  return refuse(withZero.startsWith('0') ? 'phone_landline_invalid' : 'phone_mobile_invalid', national.length)
}

/** Hides the middle of a number: 138****1234. Short numbers keep the last digits only. */
export const maskPhone = (phone: string): string => {
  const head = phone.length >= 11 ? phone.slice(0, 3) : ''
  return `${head}****${phone.slice(-4)}`
}

/** A number as names of files have it: a mobile, a landline with its area code, or a foreign one. */
const phoneWithin =
  /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)|\+\d(?:[ -]?\d){6,14}/g

/** The same for every number within a text: the name of a recording is often the number that was called. */
export const maskPhonesWithin = (text: string): string =>
  text.replace(phoneWithin, (found) => maskPhone(found.replace(/[ -]/g, '')))
