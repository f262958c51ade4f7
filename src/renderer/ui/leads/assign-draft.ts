/** To whom leads go, as it is chosen. */
export interface AssignDraft {
  readonly way: 'rotation' | 'hand' | 'later'
  readonly staffId: string | null
  readonly why: string
}

/** Null while somebody is still to be chosen. */
export const toOf = ({ way, staffId }: AssignDraft): string | null => (way === 'hand' ? staffId : way)

export const whyOf = ({ way, why }: AssignDraft) =>
  way === 'hand' && why.trim() !== '' ? { reason: why.trim() } : {}
