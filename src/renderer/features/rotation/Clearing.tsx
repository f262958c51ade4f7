import { useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { whoseToDoKey } from '../../ui/whose-to-do.ts'
import type { Place } from './place.ts'
import classes from './Rotation.module.css'

/** What he must clear, with the way to it for those whose reach it is. */
export function Clearing({ place, isOwn }: { readonly place: Place; readonly isOwn: boolean }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const reaches = useReach(place.staffId)
  const maySeeToDo = useCan('toDo.read') && reaches
  const maySeeVisits = useCan('visit.read') && reaches
  const [, showHis] = useSessionStorage<string | null>({ key: whoseToDoKey(staff.staffId) })
  const { overduePlans, uncardedVisits } = place.toClear
  if (overduePlans + uncardedVisits === 0) return null
  return (
    <section>
      <h3>{t('rotation.clearTitle')}</h3>
      {overduePlans > 0 && (
        <p className={classes.toClear}>
          {t('rotation.plansToClear', { count: overduePlans })}
          {maySeeToDo && (
            <LinkButton
              to="/to-do"
              variant="default"
              size="compact-xs"
              onClick={() => !isOwn && showHis(place.staffId)}
            >
              {t('rotation.goToDo')}
            </LinkButton>
          )}
        </p>
      )}
      {uncardedVisits > 0 && (
        <p className={classes.toClear}>
          {t('rotation.visitsToClear', { count: uncardedVisits })}
          {maySeeVisits && (
            <LinkButton to="/showroom" variant="default" size="compact-xs">
              {t('rotation.goVisits')}
            </LinkButton>
          )}
        </p>
      )}
      <p className={classes.quiet}>{t(isOwn ? 'rotation.clearOwn' : 'rotation.clearOther')}</p>
    </section>
  )
}

/** Whether somebody's lists are within reach: one's own, those of the team, for director and desk everybody's. */
function useReach(staffId: string): boolean {
  const { staff } = useSession()
  const team = useQuery('staff.list', { limit: 500 }, { enabled: staff.role === 'manager' })
  if (staff.role === 'manager') return (team.data?.rows ?? []).some((each) => each.staffId === staffId)
  return staff.role !== 'consultant' || staff.staffId === staffId
}
