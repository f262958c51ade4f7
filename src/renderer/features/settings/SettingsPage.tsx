import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCan, usePolicy, useSession } from '../../api/use-session.ts'
import { ClosedDates } from '../../ui/calendar/ClosedDates.tsx'
import { GradeTable } from '../../ui/GradeTable.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { WatchedFolder } from '../../ui/recordings/WatchedFolder.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { About } from './About.tsx'
import { Licences } from './Licences.tsx'
import { Updates } from './Updates.tsx'
import { Appearance } from './Appearance.tsx'
import { IdleLock } from './IdleLock.tsx'
import { Facts, Section } from './Section.tsx'
import classes from './SettingsPage.module.css'
import { ThisMachine } from './ThisMachine.tsx'

/** On the left this computer and the program, which everybody sets; on the right the store, which few may change. */
export function SettingsPage() {
  const { t } = useTranslation()
  const { store, policyVersion } = useSession()
  const policy = usePolicy()
  const mayWatch = useCan('recording.manage')
  const dates = useDates()
  const { thresholds } = policy
  return (
    <>
      <PageTitle title={t('settings.title')} />
      <div className={classes.page}>
        <div className={classes.column}>
          <Section title={t('settings.appearance')}>
            <Appearance />
          </Section>
          <Section title={t('desktop.machine.title')} hint={t('desktop.machine.hint')}>
            <ThisMachine />
          </Section>
          <Section title={t('session.idleTitle')} hint={t('session.idleHint')}>
            <IdleLock />
          </Section>
          {mayWatch && (
            <Section title={t('recordings.title')}>
              <WatchedFolder bare />
            </Section>
          )}
          <Section title={t('updates.title')} hint={t('updates.hint')}>
            <Updates />
          </Section>
          <Section title={t('settings.about')}>
            <About />
            <Licences />
          </Section>
        </div>
        <div className={classes.column}>
          <Section title={t('settings.store')}>
            <Facts
              facts={[
                [t('settings.name'), store.name],
                [t('settings.kind'), t(`codes.storeKind.${store.kind}`)],
                [t('settings.zone'), store.zone],
                [t('settings.today'), dates.full(store.today)],
                [
                  t('settings.lastRolled'),
                  store.lastRolledOn ? dates.full(store.lastRolledOn) : t('settings.never'),
                ],
              ]}
            />
          </Section>
          <Section title={t('settings.policy')}>
            <Text mb="xs">
              {t(`codes.policyPreset.${policy.preset}`)} ·{' '}
              {t('settings.policyVersion', { version: policyVersion })}
            </Text>
            <GradeTable policy={policy} />
            <Facts
              facts={[
                [
                  t('settings.protectDays'),
                  t('settings.protectDaysIs', { days: thresholds.dormantAfterDays }),
                ],
                [
                  t('settings.minLength'),
                  t('settings.minLengthIs', { length: thresholds.effectiveContentMinLength }),
                ],
                [
                  t('settings.attempts'),
                  t('settings.attemptsIs', {
                    days: thresholds.attemptDueWithinDays,
                    attempts: thresholds.attemptsBeforeRegular,
                  }),
                ],
              ]}
            />
          </Section>
          <Section title={t('settings.calendar')} hint={t('settings.calendarHint')}>
            <ClosedDates />
          </Section>
        </div>
      </div>
    </>
  )
}
