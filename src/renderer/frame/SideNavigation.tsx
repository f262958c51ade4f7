import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { KeyHint } from '../ui/keys/KeyHint.tsx'
import { labelOf, neighbourhoodsOf, numbered, type NavEntry } from './navigation.tsx'
import classes from './SideNavigation.module.css'
import { useNavCounts } from './use-nav-counts.ts'

/** So many are seen at a glance; more have a head above each neighbourhood. */
const mostWithoutHeads = 12

/** Only what the role uses, in neighbourhoods, with counts and Alt+1 …. */
export function SideNavigation({ entries }: { readonly entries: readonly NavEntry[] }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const counts = useNavCounts()
  const hasHeads = entries.length > mostWithoutHeads
  return (
    <nav className={`${classes.root} no-print`} aria-label={t('frame.navigation')}>
      {neighbourhoodsOf(entries).map(({ group, entries: within }, at) => (
        <div
          key={group}
          role="group"
          aria-label={t(`frame.navGroups.${group}`)}
          className={classes.neighbourhood}
          data-has-heads={hasHeads || undefined}
        >
          {hasHeads && at > 0 && (
            <span className={classes.head} aria-hidden>
              {t(`frame.navGroups.${group}`)}
            </span>
          )}
          {within.map((entry) => {
            const Icon = entry.icon
            const count = counts[entry.to]
            const number = entries.indexOf(entry) + 1
            return (
              <Link key={entry.to} to={entry.to} className={classes.link}>
                <Icon size={16} stroke={1.6} aria-hidden />
                <span className={classes.label}>{t(`frame.nav.${labelOf(entry, staff.role)}`)}</span>
                {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
                <span className={classes.key}>
                  {number <= numbered && <KeyHint keys={`alt+${number}`} />}
                </span>
              </Link>
            )
          })}
        </div>
      ))}
    </nav>
  )
}
