import { useDocumentTitle } from '@mantine/hooks'
import { useEffect } from 'react'
import { desktop } from '../api/desktop.ts'

/** Names the window, in the system's task bar as well. */
export function useWindowTitle(title: string) {
  useDocumentTitle(title)
  useEffect(() => {
    desktop.call('windowTitle', { title }).catch(() => {})
  }, [title])
}
