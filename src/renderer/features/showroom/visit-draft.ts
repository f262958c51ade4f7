import { z } from 'zod'
import { phoneMissingReason, visitKind, visitOccasion } from '#shared/domain/codes.ts'
import type { CallInput } from '../../api/calls.ts'
import type { Visit } from './visit.ts'

/** What is typed of a visit: texts as they stand in the fields, null where nobody has said anything yet. */
const visitDraft = z.object({
  kind: visitKind,
  partySize: z.string(),
  phone: z.string(),
  callerName: z.string(),
  plate: z.string(),
  phoneMissing: phoneMissingReason.nullable(),
  occasion: visitOccasion.nullable(),
  model: z.string(),
  grade: z.string().nullable(),
  withIntent: z.boolean().nullable(),
  orderedOnSpot: z.boolean(),
  testDrive: z.boolean(),
  agreementNumber: z.string(),
  remark: z.string(),
  arrivedTime: z.string(),
  leftTime: z.string(),
  /** Null is whoever the rotation, or the customer's owner, says. */
  consultantId: z.string().nullable(),
  byHandReason: z.string(),
  /** The known customer, where somebody said that it is he. */
  customerId: z.string().nullable(),
})
export type VisitDraft = z.infer<typeof visitDraft>

export const emptyVisit: VisitDraft = {
  kind: 'walk_in',
  partySize: '',
  phone: '',
  callerName: '',
  plate: '',
  phoneMissing: null,
  occasion: null,
  model: '',
  grade: null,
  withIntent: null,
  orderedOnSpot: false,
  testDrive: false,
  agreementNumber: '',
  remark: '',
  arrivedTime: '',
  leftTime: '',
  consultantId: null,
  byHandReason: '',
  customerId: null,
}

/** Reads a kept draft back; anything strange in it starts afresh. */
export const readVisitDraft = (kept: unknown): VisitDraft => visitDraft.safeParse(kept).data ?? emptyVisit

export const isUntouched = (draft: VisitDraft): boolean =>
  Object.entries(emptyVisit).every(([field, value]) => draft[field as keyof VisitDraft] === value)

/** How many came, as it was typed: one person calls where nothing else is said. Undefined while nobody has said it. */
export function sizeOf({ kind, partySize }: VisitDraft): number | undefined {
  const plain = partySize.normalize('NFKC').trim()
  if (plain === '') return kind === 'call_in' ? 1 : undefined
  const size = /^\d{1,2}$/.test(plain) ? Number(plain) : 0
  return size >= 1 ? size : undefined
}

/**
 * Digits typed on and on in the field of the party: `13812…` is a phone, `213812…` two people and their phone.
 * Undefined while it may still be a number of people.
 */
export function splitSize(text: string): { readonly partySize: string; readonly phone: string } | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  if (digits.length < 3 || !/^\d+$/.test(digits)) return undefined
  const whole = /^(?:1[3-9]\d|0\d\d)/.exec(digits)
  if (whole) return { partySize: '', phone: digits }
  const found = /^(\d{1,2}?)(1[3-9]\d*|0\d{2,})$/.exec(digits)
  return found ? { partySize: found[1] ?? '', phone: found[2] ?? '' } : undefined
}

const texts = ['callerName', 'plate', 'phone', 'model', 'agreementNumber', 'remark'] as const
const times = ['arrivedTime', 'leftTime'] as const

/** A new line as the contract takes it: what nobody said is left out. */
export function registerInputOf(draft: VisitDraft, partySize: number): CallInput<'visits.register'> {
  const said = [...texts, ...times].flatMap((field) => {
    const value = draft[field].trim()
    return value === '' ? [] : [[field, value] as const]
  })
  return {
    kind: draft.kind,
    partySize,
    ...Object.fromEntries(said),
    // A phone answers the question why there is none.
    ...(draft.phoneMissing && draft.phone.trim() === '' ? { phoneMissing: draft.phoneMissing } : {}),
    ...(draft.occasion ? { occasion: draft.occasion } : {}),
    ...(draft.grade ? { grade: draft.grade } : {}),
    ...(draft.withIntent === null ? {} : { withIntent: draft.withIntent }),
    ...(draft.orderedOnSpot ? { orderedOnSpot: true } : {}),
    ...(draft.testDrive ? { testDrive: true } : {}),
    ...(draft.consultantId ? { consultantId: draft.consultantId } : {}),
    ...(draft.consultantId && draft.byHandReason.trim() ? { byHandReason: draft.byHandReason.trim() } : {}),
    ...(draft.customerId ? { customerId: draft.customerId } : {}),
  }
}

/** A line of the register as its form shows it. */
export const draftOfVisit = (visit: Visit): VisitDraft => ({
  ...emptyVisit,
  kind: visit.kind,
  occasion: visit.occasion,
  partySize: String(visit.partySize),
  withIntent: visit.withIntent,
  orderedOnSpot: visit.orderedOnSpot,
  testDrive: visit.testDrive,
  grade: visit.grade,
  phoneMissing: visit.phoneMissing,
  ...Object.fromEntries([...texts, ...times].map((field) => [field, visit[field] ?? ''])),
})

/** What can be changed of a line. Whether somebody comes for the first time, the register knows by itself. */
export const changeableFields = [
  'kind',
  'partySize',
  'arrivedTime',
  'leftTime',
  'callerName',
  'phone',
  'phoneMissing',
  'plate',
  'model',
  'grade',
  'withIntent',
  'orderedOnSpot',
  'testDrive',
  'agreementNumber',
  'remark',
] as const satisfies readonly (keyof VisitDraft)[]
export type ChangeableField = (typeof changeableFields)[number]

type Change = Omit<CallInput<'visits.update'>, 'visitId' | 'version' | 'reason'>

/** Only what is other than it was, as the contract takes it. */
export function changesOf(before: VisitDraft, after: VisitDraft): Change {
  const changed = changeableFields.filter((field) => before[field] !== after[field])
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, after)]))
}

function valueOf(field: ChangeableField, draft: VisitDraft): unknown {
  if (field === 'partySize') return sizeOf(draft) ?? 0
  if (field === 'leftTime') return draft.leftTime || null
  const value = draft[field]
  return typeof value === 'string' ? value.trim() : value
}
