import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { checkPolicy } from '#shared/policy/check-policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useEditor } from './editor.ts'

const waitMs = 400
const rows = 200

/** The preview of what is being edited; it is asked for when the typing stops. */
export function usePreview(effectiveFrom: BusinessDate, enabled: boolean) {
  const { policy } = useEditor()
  const [settled] = useDebouncedValue(policy, waitMs)
  // What is still being typed may be past its problems while what has settled is not.
  const works = useMemo(() => checkPolicy(settled).length === 0, [settled])
  return useQuery(
    'policies.preview',
    { policy: settled, effectiveFrom, limit: rows },
    { enabled: enabled && works, keepLast: true },
  )
}
