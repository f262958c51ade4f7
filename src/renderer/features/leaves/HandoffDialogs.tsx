import { CoverDialog, DateDialog } from './LineDialogs.tsx'
import { CancelDialog, ConfirmLeaveDialog, RestDialog, ShortenDialog } from './LeaveDialogs.tsx'
import type { Handoff, Line } from './leave.ts'

/** What is done about the leave as a whole. */
export type LeaveAct = 'rest' | 'confirm' | 'shorten' | 'cancel'
/** What somebody is about to do. */
export type Asked = { readonly act: LeaveAct } | { readonly act: 'cover' | 'date'; readonly line: Line }

interface HandoffDialogsProps {
  readonly asked: Asked | null
  readonly handoff: Handoff
  readonly onClose: () => void
}

/** The dialog of the act that was asked for. */
export function HandoffDialogs({ asked, handoff, onClose }: HandoffDialogsProps) {
  const { leave } = handoff
  switch (asked?.act) {
    case 'cover':
      return <CoverDialog line={asked.line} handoff={handoff} onClose={onClose} />
    case 'date':
      return <DateDialog line={asked.line} leave={leave} onClose={onClose} />
    case 'rest':
      return <RestDialog handoff={handoff} onClose={onClose} />
    case 'confirm':
      return <ConfirmLeaveDialog leave={leave} onClose={onClose} />
    case 'shorten':
      return <ShortenDialog leave={leave} onClose={onClose} />
    case 'cancel':
      return <CancelDialog leave={leave} onClose={onClose} />
    default:
      return null
  }
}
