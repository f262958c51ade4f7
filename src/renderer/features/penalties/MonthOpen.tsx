import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addDays, addMonths, asBusinessDate, monthOf } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import classes from './Penalties.module.css'

/** What of a month is not in its sheet yet: violations nobody decided, and what waits for the director. Draws nothing for none. */
export function MonthOpen({ month, onWaiting }: { readonly month: string; readonly onWaiting: () => void }) {
  const { t } = useTranslation()
  const from = asBusinessDate(`${month}-01`)
  const until = addDays(asBusinessDate(`${addMonths(month, 1)}-01`), -1)
  const raised = useQuery('violations.list', { status: 'raised', from, until, limit: 1 })
  const waiting = useQuery('penalties.waiting', {})
  const undecided = raised.data?.total ?? 0
  const unapproved = waiting.data?.entries.filter(({ on }) => monthOf(on) === month).length ?? 0
  if (undecided === 0 && unapproved === 0) return null
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
