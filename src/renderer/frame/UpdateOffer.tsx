import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useUpdate } from '../api/use-update.ts'
import { toast } from '../ui/toast.ts'

/** Says once that a newer version is there; taking it is offered in the settings, and never forced. */
export function UpdateOffer() {
  const { t } = useTranslation()
  const { status } = useUpdate()
  const said = useRef<string | null>(null)
  useEffect(() => {
    if (status?.state !== 'available' || status.version === null || said.current === status.version) return
    said.current = status.version
    toast(t('updates.offer', { version: status.version }))
  }, [status, t])
  return null
}
