import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Issue } from '#shared/errors.ts'

/** scrypt cost (S4): 2^15 rounds of 8 blocks, about 60 ms and 32 MiB a try. Stored with every hash, so it can be raised. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const keyLength = 32
const maxmem = 128 * 1024 * 1024
export const passwordMinLength = 8

/** Passwords that are tried first. Compared in lower case. */
const common = new Set(
  (
    '12345678 123456789 1234567890 11111111 00000000 88888888 66666666 87654321 password password1 qwertyui qwerty123 ' +
    '1qaz2wsx abc12345 abcd1234 iloveyou a1234567 asdfghjk asdf1234 zxcvbnm1 admin123 administrator letmein1 welcome1 ' +
    'woaini1314 5201314520 52013145 aa123456 a12345678 q1w2e3r4 zaq12wsx 11223344 12341234 13145200 showroom showroom1 ' +
    '147258369 123123123 password123 passw0rd football baseball princess sunshine superman trustno1 12344321 99999999'
  ).split(' '),
)

/** Hashes a password; the text carries its parameters and salt. A salt is given only where nothing is secret. */
export function hashPassword(password: string, salt: Buffer = randomBytes(16)): string {
  const key = scryptSync(password.normalize('NFKC'), salt, keyLength, { ...cost, maxmem })
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether a password has that hash, in constant time. */
export function verifyPassword(password: string, hash: string): boolean {
  const [scheme, n, r, p, salt, key] = hash.split('$')
  if (scheme !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64')
  const actual = scryptSync(password.normalize('NFKC'), Buffer.from(salt, 'base64'), expected.length, {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    maxmem,
  })
  return timingSafeEqual(actual, expected)
}

/** What is wrong with a password (S4): too short or too common; a training store takes any. Undefined when it is good. */
export function passwordProblem(password: string, training: boolean): Omit<Issue, 'field'> | undefined {
  if (training) return undefined
  if ([...password].length < passwordMinLength)
    return { code: 'password_too_short', data: { min: passwordMinLength } }
  if (common.has(password.toLowerCase()) || /^(.)\1+$/.test(password)) return { code: 'password_common' }
  return undefined
}

/** Letters and digits that cannot be taken for one another when read aloud. */
const secretAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** A secret for the first sign-in, in groups that can be dictated: `K7QM-2XFD-9TRP`. */
export const makeOneTimeSecret = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => secretAlphabet[randomInt(secretAlphabet.length)]).join(''),
  ).join('-')

/** A session token, and the hash under which it is kept. */
export const makeToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
