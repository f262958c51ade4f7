import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { labelOf, numbered, type NavEntry } from './navigation.tsx'
import classes from './SideNavigation.module.css'
import { useNavCounts } from './use-nav-counts.ts'

/** Only what the role uses, with counts and Alt+1 …. */
export function SideNavigation({ entries }: { readonly entries: readonly NavEntry[] }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const counts = useNavCounts()
  return (
    <nav className={`${classes.root} no-print`} aria-label={t('frame.navigation')}>
      {entries.map((entry, index) => {
        const Icon = entry.icon
        const opensGroup = index > 1 && entries[index - 1]?.group !== entry.group
        const count = counts[entry.to]
        return (
          <Link
            key={entry.to}
            to={entry.to}
            className={classes.link}
            data-opens-group={opensGroup || undefined}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span className={classes.label}>{t(`frame.nav.${labelOf(entry, staff.role)}`)}</span>
            {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
            <span className={classes.key}>{index < numbered && <KeyHint keys={`alt+${index + 1}`} />}</span>
          </Link>
        )
      })}
    </nav>
  )
}
