import { ActionIcon, Button, Checkbox, Group, Stack, Switch, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { useEditor } from './editor.ts'
import classes from './Policy.module.css'
import { WholeNumber } from './WholeNumber.tsx'

type Sequence = NonNullable<Policy['openingSequence']>

/** What the switch begins with: the sequence of the source. */
const usual: Sequence = { days: [1, 4, 7], gradeSetAfterContact: 2 }
/** What a grade begins with that is to have a number of days: the shorter one of the source. */
const usualShowroomDays = 7

/** Leads: how they are opened, and after how many days without a visit they are an exception. */
export function LeadsSection() {
  return (
    <Stack gap="lg" className={classes.narrow}>
      <OpeningSequence />
      <ShowroomDays />
    </Stack>
  )
}

function OpeningSequence() {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const { openingSequence: sequence } = policy
  const set = (next: Sequence | null) => change((before) => ({ ...before, openingSequence: next }))
  return (
    <section aria-label={t('policy.openingSequence')}>
      <Title order={2}>{t('policy.openingSequence')}</Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('policy.openingSequenceHint')}
      </Text>
      <Stack gap="sm">
        <Switch
          label={t('policy.openingSequenceOn')}
          checked={sequence !== null}
          onChange={({ currentTarget: { checked } }) => set(checked ? usual : null)}
        />
        {sequence && (
          <>
            <Group gap="xs" align="flex-start">
              {sequence.days.map((day, index) => (
                <Group key={index} gap={2} wrap="nowrap" align="flex-start">
                  <WholeNumber
                    label={t('policy.openingDay', { place: index + 1 })}
                    w={96}
                    value={day}
                    onChange={(value) => set({ ...sequence, days: sequence.days.with(index, value) })}
                    error={problem(`openingSequence.days.${index}`)}
                  />
                  <ActionIcon
                    mt={26}
                    aria-label={t('policy.openingDayRemove', { place: index + 1 })}
                    disabled={sequence.days.length === 1}
                    onClick={() => set({ ...sequence, days: sequence.days.toSpliced(index, 1) })}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
              <Button
                mt={25}
                variant="default"
                onClick={() =>
                  set({ ...sequence, days: [...sequence.days, (sequence.days.at(-1) ?? 0) + 1] })
                }
              >
                {t('policy.openingDayAdd')}
              </Button>
            </Group>
            {problem('openingSequence.days') && (
              <Text size="sm" c="var(--tone-danger)" role="alert">
                {problem('openingSequence.days')}
              </Text>
            )}
            <div className={classes.number}>
              <span>{t('policy.gradeSetAfterContact')}</span>
              <WholeNumber
                aria-label={t('policy.gradeSetAfterContact')}
                value={sequence.gradeSetAfterContact}
                onChange={(gradeSetAfterContact) => set({ ...sequence, gradeSetAfterContact })}
                error={problem('openingSequence.gradeSetAfterContact')}
              />
            </div>
          </>
        )}
      </Stack>
    </section>
  )
}

function ShowroomDays() {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const set = (grade: string, days: number | null) =>
    change((before) => ({ ...before, leadShowroomDays: { ...before.leadShowroomDays, [grade]: days } }))
  return (
    <section aria-label={t('policy.showroomDays')}>
      <Title order={2}>{t('policy.showroomDays')}</Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('policy.showroomDaysHint')}
      </Text>
      <Stack gap="xs">
        {gradesInOrder(policy).map((grade) => {
          const days = policy.leadShowroomDays[grade.code] ?? null
          return (
            <Group key={grade.code} gap="sm" align="center">
              <GradeBadge grade={grade.code || '?'} of={grade} />
              <WholeNumber
                aria-label={t('policy.showroomDaysOf', { grade: grade.code })}
                w={90}
                value={days}
                disabled={days === null}
                onChange={(value) => set(grade.code, value)}
                error={problem(`leadShowroomDays.${grade.code}`)}
              />
              <Checkbox
                label={t('policy.noShowroomDays')}
                aria-label={t('policy.neverOf', { grade: grade.code })}
                checked={days === null}
                onChange={({ currentTarget: { checked } }) =>
                  set(grade.code, checked ? null : usualShowroomDays)
                }
              />
            </Group>
          )
        })}
      </Stack>
    </section>
  )
}
