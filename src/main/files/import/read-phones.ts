import { normalisePhone } from '#shared/domain/phone.ts'
import { cellText, type Cell } from './ledger.ts'

/** The phones of a cell in the one form in which they are kept, or what is wrong with it. */
export type ReadPhones =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'phones'
      readonly phones: readonly [string, ...string[]]
      readonly unread: readonly string[]
    }

/** Words for "he left no number". */
const noNumber = /^(?:[-—–/\\.。]+|无|没有|没留|未留|未留电话|空|不详|未知|n\/?a|none|null)$/i
const betweenNumbers = /[、,，;；\n|或和&]|(?:\/|\s)+(?=(?:\+|00)?\d{7,})/u
/** A number kept as a number, or one marked as text by the apostrophe of spreadsheets. */
const marks = /^['’`‘]+|\.0+$/g

/** No list of phones is longer. */
const longestCell = 200

/** Reads the phone cell of a ledger: `138 0013-8000`, `１３８…`, a number, several numbers in one cell. */
export const readPhones = (cell: Cell): ReadPhones => {
  const whole = cellText(cell).trim()
  if (whole.length > longestCell) return { kind: 'invalid' }
  const text = whole.replace(marks, '')
  if (text === '' || noNumber.test(text)) return { kind: 'empty' }
  const single = normalisePhone(text)
  if (single.ok) return { kind: 'phones', phones: [single.phone], unread: [] }
  const parts = text.split(betweenNumbers).filter((part) => part.trim() !== '')
  const read = parts.map((part) => ({ part: part.trim(), phone: normalisePhone(part) }))
  const [first, ...rest] = new Set(read.flatMap(({ phone }) => (phone.ok ? [phone.phone] : [])))
  if (parts.length < 2 || first === undefined) return { kind: 'invalid' }
  const unread = read.filter(({ phone }) => !phone.ok).map(({ part }) => part)
  return { kind: 'phones', phones: [first, ...rest], unread }
}
