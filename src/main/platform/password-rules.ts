import type { Issue } from '#shared/errors.ts'
import { isCommonPassword } from './common-passwords.ts'

export const passwordMinLength = 8
/** A PIN has so many digits; more would be a password, fewer are tried out in minutes. */
export const pinLength = { min: 4, max: 8 }

type Problem = Omit<Issue, 'field'>

/** One sign again and again, or a short piece again and again: `88888888`, `abababab`, `woaiwoaiwoai`. */
const isRepeated = (text: string) => /^(.{1,4}?)\1+$/u.test(text)
/** Every sign is the next of the one before, or every one the one before: `12345678`, `hgfedcba`; 0 follows 9. */
function isRun(text: string): boolean {
  const steps = new Set(
    [...text].slice(1).map((sign, index) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0)),
  )
  const digits = /^\d+$/.test(text) ? '01234567890 09876543210'.includes(text) : false
  return digits || (steps.size === 1 && (steps.has(1) || steps.has(-1)))
}
/** Runs along the rows and columns of the keyboard. */
const keyboard = [
  '1234567890-=',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
]
const isWalk = (text: string) =>
  keyboard.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))
/** A birthday, the way people write it: 19900520, 20051990, 900520. */
const isDate = (text: string) =>
  /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text) ||
  /^([0-2]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(text) ||
  /^\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text)
/** A mobile number of China: his own, as often as not. */
const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text)

/** What a guesser who knows nothing tries first. */
const isGuessed = (text: string) =>
  isRepeated(text) || isRun(text) || isWalk(text) || isDate(text) || isMobile(text)

/** Names shorter than this are in many words. */
const shortestName = 3

/**
 * What is wrong with a password (S4): too short, common, a pattern, or made of what everybody knows of its owner (`about`: his
 * login, his name). A training store takes any. Undefined when it is good.
 */
export function passwordProblem(
  password: string,
  { training, about = [] }: { readonly training: boolean; readonly about?: readonly string[] },
): Problem | undefined {
  if (training) return undefined
  const text = password.normalize('NFKC').toLowerCase()
  if ([...text].length < passwordMinLength)
    return { code: 'password_too_short', data: { min: passwordMinLength } }
  // What is typed before and after to make it longer is tried as well.
  const core = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const named = about.some((each) => {
    const known = each.normalize('NFKC').toLowerCase()
    return (
      known.length >= shortestName &&
      core.replace(known, '').replaceAll(/[^\p{L}]/gu, '') === '' &&
      core.includes(known)
    )
  })
  const common = [text, core].some((each) => isCommonPassword(each) || isGuessed(each))
  return common || named ? { code: 'password_common' } : undefined
}

/** Half of all PINs that people choose are among these: years, lucky numbers, corners of the pad. */
const commonPins = new Set(
  '1314 5201 5200 5210 1316 9158 2580 0852 1470 0741 3690 0963 1379 7931 1397 2468 1357 8642 7531 6688 8866 8868 6868 1688 1122 1010 2020 1012 121212 520131 5201314 520520 131452 147258 258369 147369 789456 456123 112233 168168 159357 357159 159753 888666 666888 19491001'.split(
    ' ',
  ),
)

/** What is wrong with a PIN (S4): not 4 to 8 digits, or among those that are tried first. Undefined when it is good. */
export function pinProblem(pin: string): Problem | undefined {
  if (!/^\d+$/.test(pin) || pin.length < pinLength.min || pin.length > pinLength.max)
    return { code: 'pin_not_digits', data: pinLength }
  const year = /^(19|20)\d\d$/.test(pin)
  const day = /^(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(pin)
  return commonPins.has(pin) || year || day || isGuessed(pin) ? { code: 'pin_common' } : undefined
}
