import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { queryKey } from '../../api/use-query.ts'

const asked = { queryKey: queryKey('opportunities.proposePlan') }

/**
 * The save of a form in which grade and purchase date propose each other: pressed while an answer is still on its way it waits,
 * and saves what the form says then, not half of it.
 */
export function useSettledSave(save: () => Promise<void>): () => void {
  const client = useQueryClient()
  // Only so that the end of a question draws anew, after which the effect looks.
  useIsFetching(asked)
  const isWaiting = useRef(false)
  useEffect(() => {
    if (!isWaiting.current || client.isFetching(asked) > 0) return
    isWaiting.current = false
    void save()
  })
  return () => {
    if (client.isFetching(asked) > 0) isWaiting.current = true
    else void save()
  }
}
