import { useEffect } from 'react'
import { onTouchedElsewhere, tellTouched } from '../../api/screen-lock.ts'

const minuteMs = 60_000
/** The other windows hear of work here no more often than this. */
const tellsEveryMs = 5_000
/** What is written by voice or by hand comes without a key. */
const touches = ['keydown', 'input', 'pointerdown', 'pointermove', 'wheel'] as const

/** A pointer that lies still while the page changes under it is nobody's hand. */
const isStill = (event: Event) =>
  event instanceof PointerEvent &&
  event.type === 'pointermove' &&
  event.movementX === 0 &&
  event.movementY === 0

/** Locks after so many minutes in which nobody touched any window of the session; null never. */
export function useIdleLock(minutes: number | null, lock: () => void) {
  useEffect(() => {
    if (minutes === null) return
    const limit = minutes * minuteMs
    let last = performance.now()
    let told = last
    let timer: ReturnType<typeof setTimeout>
    const check = () => {
      const left = last + limit - performance.now()
      if (left <= 0) return lock()
      timer = setTimeout(check, left)
    }
    const note = () => {
      last = performance.now()
    }
    const touch = (event: Event) => {
      if (isStill(event)) return
      note()
      if (last - told < tellsEveryMs) return
      told = last
      tellTouched()
    }
    timer = setTimeout(check, limit)
    for (const each of touches) window.addEventListener(each, touch, { capture: true, passive: true })
    const stop = onTouchedElsewhere(note)
    return () => {
      clearTimeout(timer)
      stop()
      for (const each of touches) window.removeEventListener(each, touch, { capture: true })
    }
  }, [minutes, lock])
}
