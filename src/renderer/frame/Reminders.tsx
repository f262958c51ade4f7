import { useEffect } from 'react'
import { isBigScreen } from '../api/big-screen.ts'
import { desktop } from '../api/desktop.ts'
import { useQuery } from '../api/use-query.ts'
import { useCan } from '../api/use-session.ts'

const askedEveryMs = 30_000

/** Tells the desktop what whoever is signed in here is to be reminded of; draws nothing. */
export function Reminders() {
  const may = useCan('toDo.read') && !isBigScreen
  const { data, refetch } = useQuery('toDo.reminders', undefined, { enabled: may })
  useEffect(() => {
    if (!may) return
    // By the clock and not by the library's own interval, which rests while nobody sees the window: that is when a reminder is needed.
    const asking = setInterval(() => void refetch(), askedEveryMs)
    return () => clearInterval(asking)
  }, [may, refetch])
  useEffect(() => {
    if (data) desktop.call('remind', { facts: data }).catch(() => undefined)
  }, [data])
  useEffect(
    () => () => {
      desktop.call('remind', { facts: null }).catch(() => undefined)
    },
    [],
  )
  return null
}
