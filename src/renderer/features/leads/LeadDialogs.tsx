import { AddLeadDialog } from '../../ui/leads/AddLeadDialog.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { EndDialog, HelperDialog, RaiseDialog } from './ExceptionDialogs.tsx'
import type { LeadAct } from './lead-act.ts'

interface LeadDialogsProps {
  readonly act: LeadAct
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The dialog of what is being done. */
export function LeadDialogs({ act, onClose, onDone }: LeadDialogsProps) {
  const end = { onClose, onDone }
  switch (act.kind) {
    case 'add':
      return <AddLeadDialog {...end} />
    case 'assign':
      return <AssignDialog leads={act.leads} way={act.way} {...end} />
    case 'edit':
      return <EditDialog lead={act.lead} {...end} />
    case 'close':
      return <CloseDialog lead={act.lead} {...end} />
    case 'raise':
      return <RaiseDialog lead={act.lead} {...end} />
    case 'helper':
      return <HelperDialog lead={act.lead} exception={act.exception} {...end} />
    case 'end':
      return <EndDialog lead={act.lead} exception={act.exception} {...end} />
    default:
      return act satisfies never
  }
}
