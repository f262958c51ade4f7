import { Button, Text, Title } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './CheckOverview.module.css'
import type { AttentionGroup } from './attention.ts'
import type { Check } from './figures.ts'
import { OwnAttention } from './OwnAttention.tsx'
import { Stamp } from './Stamp.tsx'
import { UnsignedDates } from './UnsignedDates.tsx'

interface CheckOverviewProps {
  readonly check: Check
  /** On a person's own check: what he should see of himself. */
  readonly ownAttention: readonly AttentionGroup[]
  readonly onDate: (on: BusinessDate) => void
}

/** Beside the table until a figure is opened: who has signed, what waits elsewhere, which dates were left unsigned. */
export function CheckOverview({ check, ownAttention, onDate }: CheckOverviewProps) {
  const { t } = useTranslation()
  const mayDecide = useCan('loss.decide')
  const maySign = useCan('dailyCheck.sign')
  return (
    <div className={classes.root}>
      <OwnAttention groups={ownAttention} />
      {maySign && <Signatures check={check} />}
      <section>
        <Title order={2}>{t('dailyCheck.waiting')}</Title>
        <Link to="/losses" className={`${classes.row} ${classes.link}`}>
          <span className={classes.label}>{t('dailyCheck.lossesWaiting')}</span>
          <Text fw={check.lossesWaiting > 0 && mayDecide ? 700 : 400}>{check.lossesWaiting}</Text>
          <IconChevronRight size={14} aria-hidden />
        </Link>
        <Link
          to="/violations"
          search={{ from: check.on, until: check.on }}
          className={`${classes.row} ${classes.link}`}
        >
          <span className={classes.label}>{t('dailyCheck.violationsRaised')}</span>
          <Text fw={check.violationsRaised > 0 ? 700 : 400}>{check.violationsRaised}</Text>
          <IconChevronRight size={14} aria-hidden />
        </Link>
      </section>
      <UnsignedDates onDate={onDate} />
      <div className={classes.hint}>
        <span>{t('dailyCheck.walk')}</span>
        <span>
          <KeyHint keys="n" /> {t('dailyCheck.nextToActOn')}
        </span>
      </div>
    </div>
  )
}

function Signatures({ check }: { readonly check: Check }) {
  const { t } = useTranslation()
  const { store } = useSession()
  const dates = useDates()
  return (
    <section>
      <Title order={2} mb={4}>
        {t('dailyCheck.state')} · {dates.near(check.on)}
      </Title>
      {check.signatures.map((each) => (
        <div key={each.signedBy.staffId} className={classes.signature}>
          <div className={classes.line}>
            <Stamp signature={each} />
            <span className={classes.label} />
            <Button
              variant="subtle"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/daily-check/signed/$on"
                  params={{ on: check.on }}
                  search={{ signedBy: each.signedBy.staffId }}
                />
              )}
            >
              {t('dailyCheck.openSigned')}
            </Button>
          </div>
          {each.note && <Text c="dimmed">{each.note}</Text>}
        </div>
      ))}
      {check.signatures.length === 0 && (
        <div className={classes.row}>
          <Tag tone={check.on === store.today ? 'quiet' : 'warn'}>
            {t(check.on === store.today ? 'dailyCheck.notSignedToday' : 'dailyCheck.notSigned')}
          </Tag>
          {store.clock === 'behind' && <Text size="xs">{t('dailyCheck.clockBehind')}</Text>}
        </div>
      )}
    </section>
  )
}
