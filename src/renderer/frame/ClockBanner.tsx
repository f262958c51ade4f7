import { IconClockExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import classes from './ClockBanner.module.css'

/** the clock is behind. Work goes on; nothing is judged, approved or signed. */
export function ClockBanner() {
  const { t } = useTranslation()
  const { store } = useSession()
  if (store.clock === 'ok') return null
  return (
    <div className={classes.root} role="alert">
      <IconClockExclamation size={16} aria-hidden />
      {t('frame.clockBehind')}
    </div>
  )
}
