import { createContext, use } from 'react'
import type { Policy } from '#shared/policy/policy.ts'

/** What every section of the editor works with. */
export interface Editor {
  readonly policy: Policy
  readonly change: (change: (before: Policy) => Policy) => void
  /** What is wrong with a field, in words. */
  readonly problem: (field: string) => string | undefined
}

const EditorContext = createContext<Editor | null>(null)
export const EditorProvider = EditorContext.Provider

export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('used outside the policy editor')
  return editor
}

export const sections = [
  'grades',
  'thresholds',
  'fields',
  'penalties',
  'leads',
  'switches',
  'calendar',
  'preview',
  'history',
] as const
export type Section = (typeof sections)[number]

/** In which section a field of the policy stands. */
export const sectionOf = (field: string): Section => {
  if (field.startsWith('grades') || field === 'gradeDateAgreement') return 'grades'
  if (field.startsWith('thresholds')) return 'thresholds'
  if (field.startsWith('fieldLevels')) return 'fields'
  if (field.startsWith('penalties')) return 'penalties'
  if (field.startsWith('openingSequence') || field.startsWith('leadShowroomDays')) return 'leads'
  return 'switches'
}
