import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPhones } from '#main/desktop/support/mask-phones.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const mobile = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9))
  .map((parts) => parts.join(''))
const landline = fc
  .tuple(fc.constantFrom('010', '021', '0510', '0755'), fc.oneof(digits(7), digits(8)))
  .map((parts) => parts.join(''))
const foreign = fc.tuple(fc.constantFrom('+1', '+44', '+852'), digits(8)).map((parts) => parts.join(''))

const wide = (text: string) =>
  text.replace(/[0-9+]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
/** How people and programs write a number. */
const written = fc
  .record({
    phone: fc.oneof(mobile, landline, foreign),
    before: fc.constantFrom('', '+86', '+86 ', '0086-', '86', '(+86) '),
    mark: fc.constantFrom('', ' ', '-', '–', '－', '～', '．', '.', '  ', '\u00a0', '\u200b', ') ', '/'),
    every: fc.constantFrom(1, 2, 3, 4),
    isWide: fc.boolean(),
  })
  .map(({ phone, before, mark, every, isWide }) => {
    const bare = phone.startsWith('+') ? phone : `${before}${phone}`
    const parts = bare.match(new RegExp(`.{1,${every}}`, 'gu')) ?? []
    const text = parts.join(mark)
    return { phone, text: isWide ? wide(text) : text }
  })
const around = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `电话${text}已登记`,
  (text) => `tel:${text}x`,
  (text) => JSON.stringify({ mobile: text, list: [text], note: `call ${text}` }),
  (text) => new Error(`UNIQUE constraint failed: ${text}`).stack ?? '',
  (text) => `/home/desk/recordings/${text}_20260302.wav: no such file`,
  (text) => `2026-03-02 09:15:00 ERROR application: ${text}\n    at save (file.ts:12:34)`,
)

describe('a log line holds no phone number (S5)', () => {
  it('however it is written, and wherever it stands', () => {
    fc.assert(
      fc.property(written, around, ({ phone, text }, put) => {
        const masked = maskPhones(put(text))
        const left = masked.normalize('NFKC').replace(/[^\d]/g, '')
        const national = phone.replace(/^\+/, '')
        expect(left).not.toContain(national)
        expect(left).not.toContain(national.slice(-8))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['+86 138-0013-8000', '*******'],
    ['(021) 6284 5555', '(*******'],
    ['１３８００１３８０００', '*******'],
    ['＋８６１３８００１３８０００', '*******'],
    ['{"phone":"0510-86541234"}', '{"phone":"*******"}'],
    ['+1 212 555 0100', '*******'],
  ])('“%s” becomes “%s”', (text, masked) => {
    expect(maskPhones(text)).toBe(masked)
  })

  it.each([
    '2026-03-02 09:15:00 info start: ready',
    '2026-03-02T01:15:00.123Z',
    'incident 01957283-1234-7abc-8def-012345678901',
    'at save (/app/main.js:1234:56)',
    '100000 rows, 1024 ms, Electron 45.0.1',
  ])('“%s” stays as it is', (text) => {
    expect(maskPhones(text)).toBe(text)
  })
})
