import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/domain/money.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { DetailsPane } from '../../ui/lists/DetailsPane.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Reasons } from '../../ui/Why.tsx'
import classes from './Penalties.module.css'
import type { Entry } from './penalty.ts'
import { useAmounts } from './use-amounts.ts'
import { useEntryViolations } from './use-entry-violations.ts'

interface EntryDetailsProps {
  readonly entry: Entry
  /** Present where it may be taken back. */
  readonly onReverse?: () => void
}

/** What a line of the ledger rests on: rule, inputs, version, its violations, who entered it and what took it back. */
export function EntryDetails({ entry, onReverse }: EntryDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const amounts = useAmounts()
  const violations = useEntryViolations(entry)
  return (
    <DetailsPane
      head={
        <>
          <h2>{entry.staffName}</h2>
          <Tag tone={entry.part === 'reversal' ? 'ok' : 'info'}>{t(`codes.penaltyPart.${entry.part}`)}</Tag>
          {entry.reversedBy !== null && <Tag tone="quiet">{t('penalties.reversed')}</Tag>}
          <span className={classes.gap} />
          {onReverse && (
            <Button variant="default" onClick={onReverse} rightSection={<KeyHint keys="r" />}>
              {t('penalties.reverse')}
            </Button>
          )}
        </>
      }
    >
      <p className={classes.big}>
        {amounts.label(entry.label)}{' '}
        {entry.unit === 'none'
          ? t('penalties.items', { count: entry.items })
          : amounts.amount(entry.amount, entry.unit)}
      </p>
      <Facts
        facts={[
          [t('penalties.column.on'), dates.full(entry.on)],
          [
            t('penalties.column.ladder'),
            [
              t(`codes.ladder.${entry.ladder}`),
              t('penalties.occasion', { number: entry.occasion }),
              t('penalties.items', { count: entry.items }),
            ].join(' · '),
          ],
          [t('penalties.column.ofPerson'), entry.staffId !== entry.ofStaffId && entry.ofStaffName],
          [t('penalties.column.capTaken'), entry.capTaken !== 0 && formatYuan(entry.capTaken)],
          [
            t('penalties.column.consequences'),
            entry.consequences.map((each) => t(`codes.consequence.${each}`)).join(t('penalties.between')),
          ],
          [t('penalties.column.enteredBy'), `${entry.enteredBy} · ${dates.moment(entry.enteredAt)}`],
        ]}
      />
      <section>
        <h3>
          {t('penalties.column.why')} · {t('penalties.policyVersion', { version: entry.policyVersion })}
        </h3>
        <Reasons reasons={entry.reasons} />
      </section>
      {violations.length > 0 && (
        <section>
          <h3>{t('penalties.violationsOf')}</h3>
          <ul className={classes.plain}>
            {violations.map(({ violationId, kind, customerName }) => (
              <li key={violationId}>
                {t(`codes.violationKind.${kind}`)} · {customerName ?? t('violations.noCustomer')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </DetailsPane>
  )
}
