import { useIsMutating } from '@tanstack/react-query'
import { IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './SavedIndicator.module.css'

/** Says that everything is saved, or that something is being saved right now. */
export function SavedIndicator() {
  const { t } = useTranslation()
  const saving = useIsMutating() > 0
  const Icon = saving ? IconLoader2 : IconCircleCheck
  return (
    <span className={classes.root} role="status">
      <Icon size={14} aria-hidden data-saving={saving || undefined} />
      {t(saving ? 'frame.saving' : 'frame.saved')}
    </span>
  )
}
