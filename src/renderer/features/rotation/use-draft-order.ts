import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast.ts'
import { idsOf, isSameOrder, moveTo, type Place } from './place.ts'

interface Draft {
  /** The order from which it was made: another one makes it void. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The order as a manager moves it, until he saves it or gives up; what others do to the order meanwhile ends it. */
export function useDraftOrder(places: readonly Place[]) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft | null>(null)
  const current = idsOf(places)
  const [voided, setVoided] = useState(0)
  if (draft !== null && !isSameOrder(draft.before, current)) {
    setDraft(null)
    setVoided(voided + 1)
  }
  useEffect(() => {
    if (voided > 0) toast(t('rotation.changedMeanwhile'), 'warn')
  }, [voided, t])
  const order = draft ? draft.after : current
  const byId = new Map(places.map((each) => [each.staffId, each]))
  return {
    /** The places in the order that is shown. */
    shown: order.flatMap((staffId) => byId.get(staffId) ?? []),
    draft: draft && !isSameOrder(draft.before, draft.after) ? draft : null,
    move: (staffId: string, to: number) => {
      const at = Math.max(0, Math.min(order.length - 1, to))
      setDraft({ before: current, after: moveTo(order, staffId, at) })
    },
    discard: () => setDraft(null),
  }
}
