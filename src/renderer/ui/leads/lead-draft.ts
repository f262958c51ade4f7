import { sources, type Source } from '#shared/domain/codes.ts'
import type { CallInput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'

/** A lead as it is typed. */
export interface LeadDraft {
  readonly phone: string
  readonly name: string
  readonly model: string
  readonly source: Source | null
  readonly campaign: string
  readonly area: string
  readonly remark: string
  readonly grade: string | null
}

export const emptyDraft: LeadDraft = {
  phone: '',
  name: '',
  model: '',
  source: null,
  campaign: '',
  area: '',
  remark: '',
  grade: null,
}

/** The next one comes from where the last one came from. */
export const nextDraft = ({ source, campaign }: LeadDraft): LeadDraft => ({ ...emptyDraft, source, campaign })

export const draftOf = (lead: RowOf<'leads.list'>): LeadDraft => ({
  phone: lead.phone,
  name: lead.name,
  model: lead.model ?? '',
  source: lead.source,
  campaign: lead.campaign ?? '',
  area: lead.area ?? '',
  remark: lead.remark ?? '',
  grade: lead.grade,
})

export const readSource = (value: string | null): Source | null =>
  sources.find((each) => each === value) ?? null

type Fields = Omit<CallInput<'leads.add'>, 'assign' | 'reason'>

/** What was filled in, as the call takes it. */
export const fieldsOf = ({ source, grade, ...texts }: LeadDraft): Fields => ({
  ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== '')),
  ...(source ? { source } : {}),
  ...(grade ? { grade } : {}),
})

/** What was changed, and only that: an emptied field is told as empty. */
export function changesOf(before: LeadDraft, after: LeadDraft): Fields {
  const keys = Object.keys(before) as (keyof LeadDraft)[]
  return Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]))
}
