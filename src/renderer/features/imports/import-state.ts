import type { ColumnMapping, ImportDecisions, ImportField } from '#shared/contract/imports.ts'
import type { CallOutput } from '../../api/calls.ts'

export type Preview = CallOutput<'imports.preview'>
export type Report = CallOutput<'imports.run'>

export const importSteps = ['columns', 'problems', 'run', 'report'] as const
export type ImportStep = (typeof importSteps)[number]

/** How far an import has come, and everything chosen so far. */
export interface ImportDraft {
  readonly path: string
  readonly step: ImportStep
  readonly sheet: string | null
  readonly headerRow: number | null
  /** Null takes what the file or the profile proposes. */
  readonly mapping: ColumnMapping | null
  readonly profile: string | null
  readonly decisions: ImportDecisions
  readonly saveProfile: string
  readonly report: Report | null
}

export const newDraft = (path: string): ImportDraft => ({
  path,
  step: 'columns',
  sheet: null,
  headerRow: null,
  mapping: null,
  profile: null,
  decisions: {},
  saveProfile: '',
  report: null,
})

/** The part that main reads the file by. */
export const sourceOf = ({ path, sheet, headerRow, mapping, profile }: ImportDraft) => ({
  path,
  sheet,
  headerRow,
  mapping,
  profile,
})

/** Another sheet has other rows and columns, another header row other columns. */
export const withSheet = (draft: ImportDraft, sheet: string): ImportDraft => ({
  ...draft,
  sheet,
  headerRow: null,
  mapping: null,
})
export const withHeaderRow = (draft: ImportDraft, headerRow: number): ImportDraft => ({
  ...draft,
  headerRow,
  mapping: null,
})
export const withProfile = (draft: ImportDraft, profile: string | null): ImportDraft => ({
  ...draft,
  profile,
  mapping: null,
})

/** Gives a column its meaning; a field belongs to one column, so the one that had it loses it. */
export function assignColumn(
  mapping: ColumnMapping,
  column: number,
  field: ImportField | null,
): ColumnMapping {
  const others = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field)
  return Object.fromEntries(field === null ? others : [...others, [field, column]])
}

export const fieldOfColumn = (mapping: ColumnMapping, column: number): ImportField | null =>
  (Object.keys(mapping) as ImportField[]).find((field) => mapping[field] === column) ?? null

/** How many rows come back with the decisions taken so far. */
export function countRejected(preview: Preview, decisions: ImportDecisions): number {
  const rejected = new Set<number>()
  for (const { row, kind } of preview.problems) if ((decisions[kind] ?? 'skip') === 'skip') rejected.add(row)
  return rejected.size
}

export const fileNameOf = (path: string) => path.split(/[/\\]/).at(-1) ?? path
