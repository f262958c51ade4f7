import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import classes from './Penalties.module.css'
import { useMonthOpen } from './use-month-open.ts'

/** What of a month is not in its sheet yet, and the ways to it. Draws nothing for none. */
export function MonthOpen({ month, onWaiting }: { readonly month: string; readonly onWaiting: () => void }) {
  const { t } = useTranslation()
  const open = useMonthOpen(month)
  if (!open) return null
  const { from, until, unapproved, undecided } = open
  return (
    <p className={classes.open} role="status">
      <IconAlertTriangle size={15} aria-hidden />
      {t('penalties.monthOpen')}
      {unapproved > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={onWaiting}>
          {t('penalties.monthUnapproved', { count: unapproved })}
        </Button>
      )}
      {undecided > 0 && (
        <LinkButton
          variant="subtle"
          size="compact-sm"
          to="/violations"
          search={{ status: 'raised', from, until }}
        >
          {t('penalties.monthUndecided', { count: undecided })}
        </LinkButton>
      )}
    </p>
  )
}
