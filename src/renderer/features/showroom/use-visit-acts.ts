import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { Visit } from './visit.ts'

type Act = (() => void) | null
/** What can be done with the line that is selected; null for what cannot. */
export interface VisitActs {
  readonly leave: Act
  readonly card: Act
  readonly edit: Act
  readonly handOver: Act
  readonly leaving: boolean
  readonly failure: ShownFailure | null
}

interface Options {
  readonly visit: Visit | undefined
  /** The line is being completed: its letters are words then. */
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onHandOver: () => void
}

/** The acts of the selected line, and their keys. */
export function useVisitActs({ visit, isEditing, onEdit, onHandOver }: Options): VisitActs {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const leave = useCommand('visits.leave')
  const may = isEditing ? undefined : visit?.abilities
  const who = visit?.callerName ?? visit?.plate ?? (visit ? t(`codes.visitKind.${visit.kind}`) : '')
  const leaves = async () => {
    if (!visit) return
    const done = await leave.run({ visitId: visit.visitId })
    if (done.ok) toast(t('showroom.leftAt', { who, at: done.value.leftTime }))
  }
  const openCard = () => {
    if (visit?.customerId)
      void navigate({ to: '/customers/$customerId', params: { customerId: visit.customerId } })
  }
  const card = () => visit && void navigate({ to: '/register', search: { visit: visit.visitId } })
  const acts = {
    leave: may?.leave ? () => void leaves() : null,
    // A known customer has his card.
    card: may?.card && visit?.customerId === null ? card : null,
    edit: may?.update ? onEdit : null,
    handOver: may?.handOver ? onHandOver : null,
  }
  const shortcut = (keys: string, label: string, run: Act) => ({
    keys,
    label,
    run: run ?? (() => undefined),
    when: run !== null,
  })
  useShortcuts(t('showroom.line'), [
    shortcut('l', t('showroom.leave'), acts.leave),
    shortcut('k', t('showroom.makeCard'), acts.card),
    shortcut('e', t('showroom.complete'), acts.edit),
    shortcut('h', t('showroom.handOver'), acts.handOver),
    shortcut('o', t('showroom.openCard'), may?.openCard && visit?.customerId ? openCard : null),
  ])
  return { ...acts, leaving: leave.pending, failure: leave.failure }
}
