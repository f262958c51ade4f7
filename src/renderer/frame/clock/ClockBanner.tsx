import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClockExclamation } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/use-session.ts'
import { ConfirmClockDialog } from './ConfirmClockDialog.tsx'
import classes from './ClockBanner.module.css'
import { SettleClockDialog } from './SettleClockDialog.tsx'

/** the clock is behind, or jumped ahead. Work goes on; nothing is judged, approved or signed. */
export function ClockBanner() {
  const { store } = useSession()
  if (store.ahead) return <Ahead key={store.today} />
  return store.clock === 'behind' ? <Behind /> : null
}

/** Asks at once, and keeps asking here when the question was put aside. */
function Ahead() {
  const { t } = useTranslation()
  const [opened, dialog] = useDisclosure(false)
  // Opened after the screen stands, so that the focus comes back to it.
  const { open } = dialog
  useEffect(() => open(), [open])
  return (
    <div className={classes.root} role="alert">
      <IconClockExclamation size={16} aria-hidden />
      <span className={classes.words}>{t('clock.ahead')}</span>
      <Button variant="white" color="dark" onClick={dialog.open}>
        {t('clock.askAgain')}
      </Button>
      {opened && <ConfirmClockDialog onClose={dialog.close} />}
    </div>
  )
}

function Behind() {
  const { t } = useTranslation()
  const maySettle = useCan('clock.settle')
  const [opened, dialog] = useDisclosure(false)
  return (
    <div className={classes.root} role="alert">
      <IconClockExclamation size={16} aria-hidden />
      <span className={classes.words}>{t('frame.clockBehind')}</span>
      {maySettle ? (
        <Button variant="white" color="dark" onClick={dialog.open}>
          {t('clock.settle')}
        </Button>
      ) : (
        <span>{t('clock.whoSettles')}</span>
      )}
      {opened && <SettleClockDialog onClose={dialog.close} />}
    </div>
  )
}
