import { UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../api/use-session.ts'
import { KeyHint } from '../ui/keys/KeyHint.tsx'
import { useDates } from '../ui/words/use-dates.ts'
import { palette } from './palette.ts'
import { SavedIndicator } from './SavedIndicator.tsx'
import classes from './TopBar.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The store, the search, the date, whether all is saved, and who is signed in. */
export function TopBar({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { store } = useSession()
  const dates = useDates()
  const mayFind = useCan('customer.read')
  return (
    <div className={`${classes.root} no-print`} role="banner">
      <span className={classes.store} title={store.name}>
        <IconBuildingStore size={16} stroke={1.6} aria-hidden />
        <span className={classes.storeName}>{store.name}</span>
      </span>
      <UnstyledButton className={classes.search} onClick={palette.open} aria-label={t('frame.searchTitle')}>
        <IconSearch size={14} aria-hidden />
        <span className={classes.placeholder}>
          {t(mayFind ? 'frame.searchPlaceholder' : 'frame.commandsOnlyPlaceholder')}
        </span>
        <KeyHint keys="mod+K" />
      </UnstyledButton>
      <span className={classes.gap} />
      <time className={classes.date} dateTime={store.today} title={dates.full(store.today)}>
        {dates.withWeekday(store.today)}
        {!store.todayIsOpen && ` · ${t('frame.closedToday')}`}
      </time>
      <SavedIndicator />
      <UserMenu onShortcuts={onShortcuts} />
    </div>
  )
}
