import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/domain/money.ts'
import { purchaseTypes } from '#shared/domain/codes.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { usePolicy } from '../../api/use-session.ts'
import { Caption, Pairs } from './CardRows.tsx'
import type { CardForm } from './form.ts'
import { Options } from './Options.tsx'

interface CardWishProps {
  readonly opportunity: CardForm['opportunities'][number]
  /** There is more than one: each is told apart by when it was opened. */
  readonly many: boolean
}

/** 新车需求 of one opportunity, with what became of it. */
export function CardWish({ opportunity: each, many }: CardWishProps) {
  const { t } = useTranslation()
  const grades = gradesInOrder(usePolicy()).map(({ code }) => code)
  // A grade of a former policy is still the one it had.
  const known = grades.includes(each.firstGrade) ? grades : [...grades, each.firstGrade]
  const ended = each.orderedOn !== null || each.deliveredOn !== null || each.lostOn !== null
  return (
    <tbody>
      <Caption>
        {t('forms.card.need')}
        {many && ` · ${t('forms.card.openedOn')} ${each.openedOn}`} ·{' '}
        {t(`codes.opportunityStatus.${each.status}`)}
      </Caption>
      <Pairs
        pairs={[
          [t('forms.card.model'), each.model],
          [t('forms.card.expected'), each.expectedPurchaseDate],
          [t('forms.card.budget'), each.budget],
        ]}
      />
      <Pairs
        pairs={[
          [t('forms.card.payment'), each.payment],
          [t('forms.card.use'), each.use],
          [t('forms.card.competitor'), each.competitor],
        ]}
      />
      <Pairs
        pairs={[
          [t('forms.card.tradeIn'), each.tradeInCar],
          [t('forms.card.quotation'), each.quotationFen === null ? null : formatYuan(each.quotationFen)],
          [t('forms.card.grade'), each.grade],
        ]}
      />
      <Pairs
        pairs={[
          [
            t('forms.card.firstGrade'),
            <Options key="grade" of={known} chosen={each.firstGrade} wordOf={(code) => code} />,
          ],
          [
            t('forms.card.purchaseType'),
            <Options
              key="purchase"
              of={purchaseTypes}
              chosen={each.purchaseType}
              wordOf={(type) => t(`codes.purchaseType.${type}`)}
            />,
          ],
        ]}
      />
      <Pairs pairs={[[t('forms.card.remark'), each.remark]]} />
      {ended && (
        <Pairs
          pairs={[
            [t('forms.card.orderedOn'), each.orderedOn],
            [t('forms.card.deliveredOn'), each.deliveredOn],
            [
              t('forms.card.lostOn'),
              [each.lostOn, each.lossReason && t(`codes.lossReason.${each.lossReason}`)]
                .filter(Boolean)
                .join(' '),
            ],
          ]}
        />
      )}
    </tbody>
  )
}
