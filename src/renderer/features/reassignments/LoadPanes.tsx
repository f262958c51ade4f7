import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { LoadChart } from '../../ui/charts/LoadChart.tsx'
import classes from './Reassign.module.css'

type Load = CallOutput<'reassignments.preview'>['load']

const mostOf = (days: Load[number]['days']) => Math.max(0, ...days.map(({ count }) => count))

/** Plans a day of each receiver, side by side on one scale: as they stand, and as they would be. */
export function LoadPanes({ load }: { readonly load: Load }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...load.flatMap(({ days, daysBefore }) => [mostOf(days), mostOf(daysBefore)]))
  return (
    <div className={classes.panes}>
      {load.map(({ staffId, name, days, daysBefore }) => (
        <figure key={staffId} className={classes.pane}>
          <figcaption>{name}</figcaption>
          <LoadChart
            days={days.map(({ on, count }, i) => ({ on, old: daysBefore[i]?.count ?? 0, new: count }))}
            most={most}
            width={300}
            height={96}
            label={t('reassignments.loadOf', {
              name,
              days: days.length,
              before: mostOf(daysBefore),
              after: mostOf(days),
            })}
          />
        </figure>
      ))}
    </div>
  )
}
