import { useTranslation } from 'react-i18next'
import { customerTypes, genders, relations, sources } from '#shared/domain/codes.ts'
import { Caption, Pairs } from './CardRows.tsx'
import type { CardForm } from './form.ts'
import { Options } from './Options.tsx'
import { useFormWords } from './use-form-words.ts'

/** 客户基本资料, 客户来源, 现有车型情况, 生活形态: the upper half of the front. */
export function CardBasics({ card }: { readonly card: CardForm }) {
  const { t } = useTranslation()
  const words = useFormWords()
  const { customer } = card
  const born =
    customer.age === null ? null : `${customer.birthday} ${t('forms.card.age', { age: customer.age })}`
  const relatives = card.relatives.map(({ name, relation }) => {
    const known = relations.find((each) => each === relation)
    return known ? `${name}（${t(`codes.relation.${known}`)}）` : name
  })
  return (
    <tbody>
      <Caption>{t('forms.card.basics')}</Caption>
      <Pairs
        pairs={[
          [t('forms.card.name'), customer.name],
          [
            t('forms.card.gender'),
            <Options
              key="gender"
              of={genders.filter((each) => each !== 'unknown')}
              chosen={customer.gender}
              wordOf={(each) => t(`codes.gender.${each}`)}
            />,
          ],
          [t('forms.card.birthday'), born],
        ]}
      />
      <Pairs
        pairs={[
          [t('forms.card.phone'), customer.mobile],
          [t('forms.card.phones'), words.join(customer.phones.filter((each) => each !== customer.mobile))],
          [t('forms.card.wechat'), customer.wechat],
        ]}
      />
      <Pairs
        pairs={[
          [t('forms.card.occupation'), customer.occupation],
          [t('forms.card.company'), customer.company],
          [t('forms.card.email'), customer.email],
        ]}
      />
      <Pairs
        pairs={[
          [t('forms.card.area'), customer.area],
          [t('forms.card.address'), customer.address],
        ]}
      />
      <Pairs
        pairs={[
          [
            t('forms.card.source'),
            <Options
              key="source"
              of={sources}
              chosen={customer.source}
              wordOf={(each) => t(`codes.source.${each}`)}
            />,
          ],
        ]}
      />
      <Caption>{t('forms.card.cars')}</Caption>
      <Pairs
        pairs={[
          [t('forms.card.currentCar'), customer.currentCar],
          [t('forms.card.plate'), customer.plate],
          [
            t('forms.card.customerType'),
            <Options
              key="type"
              of={customerTypes}
              chosen={customer.customerType}
              wordOf={(each) => t(`codes.customerType.${each}`)}
            />,
          ],
        ]}
      />
      <Caption>{t('forms.card.life')}</Caption>
      <Pairs
        pairs={[
          [t('forms.card.family'), customer.family],
          [t('forms.card.companion'), customer.companion],
          [t('forms.card.relatives'), words.join(relatives)],
        ]}
      />
    </tbody>
  )
}
