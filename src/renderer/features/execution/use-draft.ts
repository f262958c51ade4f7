import { useEffect, useRef, useState } from 'react'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { keepDraftAt, readDraftAt, type DraftPlace } from '../../api/drafts.ts'
import { readDraft, type Draft } from './draft.ts'

interface KeptDraft {
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  /** What was typed before the form was left or the application ended is back. */
  readonly restored: boolean
  /** Throws the draft away: it was saved, or is not wanted any more. */
  readonly clear: () => void
  readonly startAgain: () => void
}

/** A draft that survives another line being opened and the application being started anew. */
export function useDraft(place: DraftPlace, empty: Draft, today: BusinessDate): KeptDraft {
  const { staffId, customerId, id } = place
  const [first] = useState(() => readDraft(readDraftAt(place), today))
  const [draft, setDraft] = useState<Draft>(first ?? empty)
  const [restored, setRestored] = useState(first !== undefined)
  const isTouched = useRef(false)
  useEffect(() => {
    if (isTouched.current) keepDraftAt({ staffId, customerId, id }, draft)
  }, [staffId, customerId, id, draft])
  const clear = () => {
    isTouched.current = false
    keepDraftAt(place, null)
  }
  return {
    draft,
    restored,
    change: (change) => {
      isTouched.current = true
      setDraft((before) => ({ ...before, ...change }))
    },
    clear,
    startAgain: () => {
      clear()
      setRestored(false)
      setDraft(empty)
    },
  }
}
