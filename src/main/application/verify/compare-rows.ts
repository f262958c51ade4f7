import { digestOfSecret, untold } from '#main/store/write/audit.ts'
import { blackened } from '#main/store/write/erasing/held.ts'
import type { ToldRow, ToldTable } from './replay.ts'
import type { Problem } from './check-store.ts'

type Row = Readonly<Record<string, unknown>>

/** Longer values are cut: a finding names a field, it is no copy of the row. */
const shownAtMost = 80
/** Never shown, not even where it was exchanged. */
const secret = new Set(['hash', 'pinHash'])

function shown(field: string, value: unknown): string {
  if (secret.has(field)) return untold
  if (value === null || value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > shownAtMost ? `${text.slice(0, shownAtMost)}${untold}` : text
}

/** What was written with half a sign is read again with another one in its place. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

function isSame(field: string, told: unknown, stored: unknown): boolean {
  if (told === stored) return true
  // Taken out of the trail, or never written into it.
  if (told === untold) return true
  if (told === undefined || told === null) return stored === null || stored === undefined
  if (typeof told === 'string' && told.startsWith(untold) && secret.has(field))
    return told === digestOfSecret(stored)
  const text = JSON.stringify(told, wellFormed)
  const found = JSON.stringify(stored)
  return text === found || (text.includes(blackened) && fitsAround(text, found))
}

/** S7 Whether a text is one from which an erasure blackened words: what is left of it stands in the same order. */
function fitsAround(redacted: string, found: string): boolean {
  const pieces = redacted.split(blackened)
  const end = pieces.at(-1) ?? ''
  let from = 0
  for (const [i, piece] of pieces.slice(0, -1).entries()) {
    const at = found.indexOf(piece, from)
    if (at < 0 || (i === 0 && at > 0)) return false
    from = at + piece.length
  }
  return found.length - end.length >= from && found.endsWith(end)
}

interface EditedField {
  readonly id: string
  readonly field: string
  readonly told: unknown
  readonly stored: unknown
}

/** S6 Holds the rows of one table against what the trail says of them. Row by row, then `findings` says what was wrong. */
export function makeRowComparison(table: string, told: ToldTable, defaults: Row) {
  const edited: EditedField[] = []
  const added: string[] = []
  const left = new Map(told.rows)

  function compareFields(id: string, { fields, whole }: ToldRow, row: Row): void {
    for (const [field, stored] of Object.entries(row)) {
      const isTold = Object.hasOwn(fields, field)
      if (!isTold && (!whole || defaults[field] === undefined)) continue
      const value = isTold ? fields[field] : defaults[field]
      if (!isSame(field, value, stored)) edited.push({ id, field, told: value, stored })
    }
  }

  return {
    look: ({ id, row }: { readonly id: string; readonly row: Row }): void => {
      const known = left.get(id)
      if (known) {
        left.delete(id)
        compareFields(id, known, row)
      } else if (told.complete || told.gone.has(id)) added.push(id)
    },
    findings: (): Problem[] => {
      const { swapped, rest } = pairSwapped(edited)
      return [
        ...swapped.map(([one, other]): Problem => ({
          code: 'rows_swapped',
          table,
          id: one.id,
          data: { table, row: one.id, other: other.id, field: one.field },
        })),
        ...rest.map(({ id, field, told: trail, stored }): Problem => ({
          code: 'row_edited',
          table,
          id,
          data: { table, row: id, field, trail: shown(field, trail), stored: shown(field, stored) },
        })),
        ...[...left.keys()].map((id): Problem => ({
          code: 'row_deleted',
          table,
          id,
          data: { table, row: id },
        })),
        ...added.map((id): Problem => ({ code: 'row_added', table, id, data: { table, row: id } })),
      ]
    },
  }
}

/** Two rows that hold each other's value of a field were exchanged, and not edited one by one. */
function pairSwapped(edited: readonly EditedField[]) {
  const mark = (field: string, told: unknown, stored: unknown) => JSON.stringify([field, told, stored])
  const waiting = new Map<string, EditedField[]>()
  const swapped: (readonly [EditedField, EditedField])[] = []
  const paired = new Set<EditedField>()
  for (const each of edited) {
    const mirror = waiting.get(mark(each.field, each.stored, each.told))?.pop()
    if (mirror) {
      swapped.push([mirror, each])
      paired.add(mirror).add(each)
      continue
    }
    const own = mark(each.field, each.told, each.stored)
    waiting.set(own, [...(waiting.get(own) ?? []), each])
  }
  return { swapped, rest: edited.filter((each) => !paired.has(each)) }
}
