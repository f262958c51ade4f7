import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'

/** scrypt cost (S4): 2^15 rounds of 8 blocks, about 60 ms and 32 MiB a try. Stored with every hash, so it can be raised. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const keyLength = 32
/** Twice what the dearest hash that is read may take; a file that asks for more was not written by us. */
const maxmem = 512 * 1024 * 1024
/** Hashes a password; the text carries its parameters and salt. A salt is given only where nothing is secret. */
export function hashPassword(password: string, salt: Buffer = randomBytes(16)): string {
  const key = scryptSync(password.normalize('NFKC'), salt, keyLength, { ...cost, maxmem })
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

interface Parts {
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly key: Buffer
}
/** What a hash says of itself; undefined for what is none. */
function readHash(hash: string): Parts | undefined {
  const [scheme, n, r, p, salt, key] = hash.split('$')
  if (scheme !== 'scrypt' || !salt || !key) return undefined
  return {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

/** Whether a password has that hash, in constant time; what is no hash fits no password. */
export function verifyPassword(password: string, hash: string): boolean {
  const parts = readHash(hash)
  if (!parts || parts.key.length === 0) return false
  const { N, r, p, salt, key } = parts
  try {
    return timingSafeEqual(scryptSync(password.normalize('NFKC'), salt, key.length, { N, r, p, maxmem }), key)
  } catch {
    return false // parameters that no scrypt takes
  }
}

/** Whether a hash was made at a lower cost than today's: its owner gets a new one when he next signs in (S4). */
export function isOutdatedHash(hash: string): boolean {
  const parts = readHash(hash)
  return !parts || parts.N < cost.N || parts.r < cost.r || parts.p < cost.p || parts.key.length < keyLength
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
