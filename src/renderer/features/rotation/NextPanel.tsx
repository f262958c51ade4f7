import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Why } from '../../ui/Why.tsx'
import { whyNext, type Board } from './place.ts'
import classes from './Rotation.module.css'

/** Who receives the next first visit, in large letters, and why it is he. */
export function NextPanel({ board }: { readonly board: Board }) {
  const { t } = useTranslation()
  const { places, nextId, waiting, desk } = board
  const at = places.findIndex(({ staffId }) => staffId === nextId)
  const next = places[at]
  return (
    <section className={classes.next} aria-label={t('rotation.next')}>
      {next ? (
        <>
          <span className={classes.nextLabel}>{t('rotation.next')}</span>
          <strong className={classes.nextName}>{next.name}</strong>
          <Why reasons={whyNext(board)} about={t('rotation.nextAbout', { name: next.name })} />
          {at > 0 && <span className={classes.quiet}>{t('rotation.passedOver', { count: at })}</span>}
        </>
      ) : (
        <>
          <strong className={classes.nextNobody}>{t('rotation.nobodyFree')}</strong>
          <span className={classes.quiet}>{t('rotation.nobodyFreeHint')}</span>
        </>
      )}
      {waiting > 0 && (
        <span className={classes.waiting}>
          <Tag tone="danger">
            {t(desk === 'leads' ? 'rotation.waitingLeads' : 'rotation.waiting', { count: waiting })}
          </Tag>
        </span>
      )}
    </section>
  )
}
