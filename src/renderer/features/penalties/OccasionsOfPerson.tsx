import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Penalties.module.css'
import { keyOfOccasion, type Occasion } from './penalty.ts'
import { useAmounts } from './use-amounts.ts'

interface OccasionsOfPersonProps {
  readonly occasions: readonly Occasion[]
  readonly isTicked: (occasion: Occasion) => boolean
  readonly onTick: (occasions: readonly Occasion[], on: boolean) => void
}

/** One person's occasions that wait, oldest first, each to be ticked. */
export function OccasionsOfPerson({ occasions, isTicked, onTick }: OccasionsOfPersonProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const amounts = useAmounts()
  const name = occasions[0]?.staffName ?? ''
  const count = occasions.filter(isTicked).length
  const isAll = count === occasions.length
  return (
    <section className={classes.person} aria-label={name}>
      <h2 className={classes.name}>
        <Checkbox
          size="xs"
          aria-label={t('penalties.selectPerson', { name })}
          checked={isAll}
          indeterminate={count > 0 && !isAll}
          onChange={() => onTick(occasions, !isAll)}
        />
        {name}
      </h2>
      <ul className={classes.occasions}>
        {occasions.map((each) => {
          const ladder = t(`codes.ladder.${each.ladder}`)
          const on = dates.withWeekday(each.on)
          return (
            <li key={keyOfOccasion(each)} className={classes.occasion}>
              <Checkbox
                size="xs"
                aria-label={t('penalties.selectEntry', { name, on, ladder })}
                checked={isTicked(each)}
                onChange={(event) => onTick([each], event.currentTarget.checked)}
              />
              <span className={classes.date}>{on}</span>
              <span className={classes.what}>
                {each.kinds
                  .map(({ kind, items }) => `${t(`codes.violationKind.${kind}`)} ×${items}`)
                  .join(t('penalties.between'))}
              </span>
              <span className={classes.follows}>
                {each.consequences.map((one) => (
                  <Tag key={one} tone={one === 'suspension' ? 'danger' : 'warn'}>
                    {t(`codes.consequence.${one}`)}
                  </Tag>
                ))}
              </span>
              <span className={classes.nth}>{t('penalties.occasion', { number: each.occasion })}</span>
              <span className={classes.money}>{amounts.amount(each.amount, each.unit)}</span>
              <Why reasons={each.reasons} about={`${name} ${on}`} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
