import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecordingState } from '#shared/domain/codes.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { useCommand } from '../../api/use-command.ts'
import { addressOf } from './sound.ts'

export interface Sound {
  /** What an audio element plays; null before it was read. */
  readonly address: string | null
  /** Where the file lies, for a player of the system. */
  readonly path: string | null
  /** What the file was found to be when it was read. */
  readonly state: RecordingState | null
  readonly loading: boolean
  readonly failure: ShownFailure | null
  /** Reads it, part by part; its address, or null when it cannot be had. */
  readonly load: () => Promise<string | null>
}

/** The sound of one recording, read when it is first asked for and let go with the component (give it a key). */
export function useSound(recordingId: string): Sound {
  const { run } = useCommand('recordings.listen')
  const queries = useQueryClient()
  const [read, setRead] = useState<Pick<Sound, 'address' | 'path' | 'state' | 'failure'> | null>(null)
  const [loading, setLoading] = useState(false)
  const address = useRef<string | null>(null)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      if (address.current) URL.revokeObjectURL(address.current)
      address.current = null
    }
  }, [])

  const load = useCallback(async () => {
    if (address.current) return address.current
    setLoading(true)
    const parts: string[] = []
    for (let from: number | null = 0; from !== null;) {
      const part = await run({ recordingId, from })
      if (gone.current) return null
      if (!part.ok) {
        setLoading(false)
        setRead({ address: null, path: null, state: null, failure: part.failure })
        // A refused call tells nobody what it found: that the file is missing stands in the lists as well.
        if (part.failure.code === 'FILE_REFUSED') void queries.invalidateQueries()
        return null
      }
      const { base64, mime, path, state, next } = part.value
      parts.push(base64)
      from = next
      if (from !== null) continue
      address.current = addressOf(parts, mime)
      setLoading(false)
      setRead({ address: address.current, path, state, failure: null })
    }
    return address.current
  }, [recordingId, run, queries])

  return {
    address: read?.address ?? null,
    path: read?.path ?? null,
    state: read?.state ?? null,
    failure: read?.failure ?? null,
    loading,
    load,
  }
}
