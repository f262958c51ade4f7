import { leadImportFields, type LeadImportField } from '#shared/contract/lead-imports.ts'
import type { CallInput, CallOutput } from '../../api/calls.ts'

export type LeadPreview = CallOutput<'leads.preview'>
export type LeadReport = CallOutput<'leads.import'>
type Mapping = LeadPreview['mapping']

/** A ledger of leads, and how it is to be read; null takes what the file proposes. */
export interface ImportDraft {
  readonly path: string
  readonly sheet: string | null
  readonly headerRow: number | null
  readonly mapping: Mapping | null
}

export const newDraft = (path: string): ImportDraft => ({ path, sheet: null, headerRow: null, mapping: null })

/** The draft as the call takes it. */
export const sourceOf = (draft: ImportDraft): CallInput<'leads.preview'> => draft

export const readField = (value: string | null): LeadImportField | null =>
  leadImportFields.find((each) => each === value) ?? null

/** Gives a column its meaning; a field belongs to one column, so the one that had it loses it. */
export function assignColumn(mapping: Mapping, column: number, field: LeadImportField | null): Mapping {
  const others = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field)
  return Object.fromEntries(field === null ? others : [...others, [field, column]])
}

export const fieldOfColumn = (mapping: Mapping, column: number): LeadImportField | null =>
  leadImportFields.find((field) => mapping[field] === column) ?? null

export const fileNameOf = (path: string) => path.split(/[/\\]/).at(-1) ?? path
