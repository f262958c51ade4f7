import type { Lead, LeadException } from './lead.ts'

/** What is being done with leads; each asks in a dialog of its own. */
export type LeadAct =
  | { readonly kind: 'add' }
  | { readonly kind: 'assign'; readonly way: 'rotation' | 'hand'; readonly leads: readonly Lead[] }
  | { readonly kind: 'edit' | 'close' | 'raise'; readonly lead: Lead }
  | { readonly kind: 'helper' | 'end'; readonly lead: Lead; readonly exception: LeadException }

/** What every dialog about one lead is given. */
export interface LeadDialogProps {
  readonly lead: Lead
  readonly onClose: () => void
  readonly onDone: () => void
}
