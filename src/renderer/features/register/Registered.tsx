import { Button, Group, Text, Title } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useCan } from '../../api/use-session.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './Register.module.css'

/** What was registered, as far as everybody who registers may see it. */
export interface Registration extends Pick<
  CallOutput<'customers.register'>,
  'customerId' | 'reminders' | 'warnings'
> {
  readonly name: string
  readonly grade: string
  readonly ownerName: string
  readonly planOn: BusinessDate | null
}

/** Done, and what comes next: another one, or the card of this one. */
export function Registered({
  registration,
  onNext,
  nextLabel,
}: {
  readonly registration: Registration
  readonly onNext: () => void
  /** What comes next, where it is not another registration. */
  readonly nextLabel?: string
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const navigate = useNavigate()
  const mayOpen = useCan('customer.read')
  const { customerId, name, grade, ownerName, planOn, reminders, warnings } = registration
  const openCard = () => void navigate({ to: '/customers/$customerId', params: { customerId } })
  useShortcuts(t('register.title'), [
    { keys: 'n', label: nextLabel ?? t('register.nextCustomer'), run: onNext },
    { keys: 'o', label: t('register.openCard'), run: openCard, when: mayOpen },
  ])
  return (
    <div className={classes.done} role="status">
      <IconCircleCheckFilled size={40} className={classes.doneIcon} aria-hidden />
      <div>
        <Title order={2} className={classes.doneTitle}>
          <GradeBadge grade={grade} size="lg" /> {t('register.doneFor', { name })}
        </Title>
        <Text size="md">
          {t('register.planFor', { owner: ownerName, on: planOn ? dates.withWeekday(planOn) : '' })}
        </Text>
        {reminders.length > 0 && (
          <Text c="dimmed">
            {t('register.reminders', {
              fields: reminders.map((field) => words.field(field)).join(t('ui.and')),
            })}
          </Text>
        )}
        {warnings.map((each) => (
          <Text key={each.code} c="orange">
            {words.reason(each)}
          </Text>
        ))}
        <Group gap="sm" mt="md">
          <Button autoFocus onClick={onNext} rightSection={<KeyHint keys="n" />}>
            {nextLabel ?? t('register.nextCustomer')}
          </Button>
          {mayOpen && (
            <Button variant="default" onClick={openCard} rightSection={<KeyHint keys="o" />}>
              {t('register.openCard')}
            </Button>
          )}
        </Group>
      </div>
    </div>
  )
}
