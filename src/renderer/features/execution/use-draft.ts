import { useEffect, useRef, useState } from 'react'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { readDraft, type Draft } from './draft.ts'

/** Drafts of one person kept at most; the oldest go first. */
const most = 40

function readAll(storageKey: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {} // as good as none: what cannot be read cannot be shown
  }
}

function write(storageKey: string, id: string, draft: Draft | null) {
  const { [id]: _before, ...others } = readAll(storageKey)
  const all = draft ? { ...others, [id]: draft } : others
  const kept = Object.entries(all).slice(-most)
  try {
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A full storage loses the draft, never the work on the screen.
  }
}

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
export function useDraft(staffId: string, id: string, empty: Draft, today: BusinessDate): KeptDraft {
  const storageKey = `showroom.drafts.${staffId}`
  const [first] = useState(() => readDraft(readAll(storageKey)[id], today))
  const [draft, setDraft] = useState<Draft>(first ?? empty)
  const [restored, setRestored] = useState(first !== undefined)
  const isTouched = useRef(false)
  useEffect(() => {
    if (isTouched.current) write(storageKey, id, draft)
  }, [storageKey, id, draft])
  const clear = () => {
    isTouched.current = false
    write(storageKey, id, null)
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
