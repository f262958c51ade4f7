import { useEffect, useState } from 'react'
import { machineNow } from './machine-now.ts'

const secondMs = 1000
const secondsUntil = (at: number | null) =>
  at === null ? 0 : Math.max(0, Math.ceil((at - machineNow()) / secondMs))

/** Counts down to a moment; 0 when it has come. */
export function useSecondsUntil(at: number | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(at))
  useEffect(() => {
    const count = () => setSeconds(secondsUntil(at))
    count()
    const timer = setInterval(count, secondMs)
    return () => clearInterval(timer)
  }, [at])
  return seconds
}
