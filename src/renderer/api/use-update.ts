import { useEffect, useState } from 'react'
import type { UpdateAct, UpdateStatus } from '#shared/contract/update-status.ts'
import { desktop } from './desktop.ts'

interface Update {
  /** Where the update stands; null until the desktop has said so. */
  readonly status: UpdateStatus | null
  readonly act: (act: UpdateAct) => Promise<void>
}

/** The update of the program, as the desktop sees it, and what can be done about it. */
export function useUpdate(): Update {
  const [status, setStatus] = useState<UpdateStatus | null>(null)
  const act = async (asked: UpdateAct) => setStatus(await desktop.call('update', { act: asked }))
  useEffect(() => {
    let stays = true
    void desktop.call('update', { act: 'look' }).then((now) => stays && setStatus((newer) => newer ?? now))
    const stop = desktop.listen((message) => {
      if (message.type === 'update') setStatus(message.status)
    })
    return () => {
      stays = false
      stop()
    }
  }, [])
  return { status, act }
}
