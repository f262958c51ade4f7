import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

/*
 * Answers are kept by command id, so that a repeated command happens once (P8). Some hold a token or a one-time secret,
 * and some inputs hold a password (S4): so the file keeps neither the id nor the answer in clear. Whoever repeats the
 * command has its id, and with it the key; whoever only has the file has nothing.
 */

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

/** Under what an answer is found: the id itself cannot be read back from it. */
export const commandKey = (commandId: string): string =>
  createHash('sha256').update(`command ${commandId}`).digest('hex')

const secretOf = (commandId: string): Buffer => createHash('sha256').update(`answer ${commandId}`).digest()

/** What an input is recognised by, without being guessable from the file. */
export const inputMark = (commandId: string, input: unknown): string =>
  createHmac('sha256', secretOf(commandId))
    .update(JSON.stringify(input ?? null))
    .digest('hex')

/** Seals an answer under the id of its command. */
export function sealAnswer(commandId: string, answer: string): string {
  const iv = randomBytes(ivLength)
  const sealing = createCipheriv(cipher, secretOf(commandId), iv)
  const sealed = Buffer.concat([sealing.update(answer, 'utf8'), sealing.final()])
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64')
}

/** Opens what was sealed under the same id. Throws when the file was tampered with. */
export function openAnswer(commandId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const opening = createDecipheriv(cipher, secretOf(commandId), bytes.subarray(0, ivLength))
  opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()]).toString(
    'utf8',
  )
}
