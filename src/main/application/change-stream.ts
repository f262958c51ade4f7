import type { Topic } from '#shared/contract/declare.ts'
import type { ChangeEvent } from '#shared/contract/orpc.ts'

interface Changing {
  readonly onChange: (listener: (topics: readonly Topic[]) => void) => () => void
}

/**
 * What changes from now on, until the signal stops it. However much one act changes is one event, and a slow
 * listener finds the union of what it missed: nothing is dropped, and `seq` rises by one with each event.
 */
export function followChanges(
  changing: Changing,
  signal?: AbortSignal,
): AsyncGenerator<ChangeEvent, void, void> {
  const waiting = new Set<Topic>()
  let wake: () => void = () => undefined
  const stopListening = changing.onChange((topics) => {
    for (const topic of topics) waiting.add(topic)
    wake()
  })
  // Here as well as below: a generator that nobody ever pulls never comes to its end.
  const stop = () => {
    stopListening()
    wake()
  }
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })

  const isOver = () => signal?.aborted === true

  async function* follow(): AsyncGenerator<ChangeEvent, void, void> {
    try {
      for (let seq = 1; ; seq += 1) {
        while (waiting.size === 0 && !isOver()) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (isOver()) return
        const topics = [...waiting]
        waiting.clear()
        yield { topics, seq }
      }
    } finally {
      stopListening()
      signal?.removeEventListener('abort', stop)
    }
  }
  return follow()
}
