import { Stack, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thresholds } from '#shared/policy/policy.ts'
import { useEditor } from './editor.ts'
import { thresholdUnits } from './threshold-units.ts'
import { WholeNumber } from './WholeNumber.tsx'
import classes from './Policy.module.css'

const groups = {
  ownership: ['dormantAfterDays', 'thinIceDays', 'effectiveContentMinLength'],
  cadence: ['attemptDueWithinDays', 'attemptsBeforeRegular', 'planSpreadPart', 'planSpreadMinDays'],
  changes: [
    'repeatedPostponements',
    'postponementWindowDays',
    'postponedSpreadDays',
    'reassignmentUndoDays',
    'mergeUndoDays',
  ],
  reports: ['reportDueDays', 'recordingMatchMinutes'],
  leads: ['leadFirstFollowUpHours', 'leadValidCalls', 'noShowAfterMinutes'],
  showroom: ['rotationMinConversionPercent', 'rotationMinVisits'],
  honesty: ['burstFollowUps', 'burstMinutes', 'sameTextCustomers', 'changeBeforeOrderDays'],
  program: ['previewDays', 'clockBehindToleranceMs', 'clockAheadAskMs'],
} as const satisfies Record<string, readonly (keyof Thresholds)[]>

/** The numbers that belong to no grade, by what they are about. */
export function ThresholdsSection() {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <section key={group} aria-label={t(`policy.groups.${group}`)}>
          <Title order={2} mb="xs">
            {t(`policy.groups.${group}`)}
          </Title>
          <div className={classes.numbers}>
            {groups[group].map((name) => (
              <Threshold key={name} name={name} />
            ))}
          </div>
        </section>
      ))}
    </Stack>
  )
}

function Threshold({ name }: { readonly name: keyof Thresholds }) {
  const { t } = useTranslation()
  const id = useId()
  const { policy, change, problem } = useEditor()
  return (
    <div className={classes.number}>
      <span id={id}>{t(`policy.threshold.${name}`)}</span>
      <WholeNumber
        aria-label={t(`policy.threshold.${name}`)}
        value={policy.thresholds[name]}
        per={thresholdUnits[name] ?? 1}
        onChange={(value) =>
          change((before) => ({ ...before, thresholds: { ...before.thresholds, [name]: value } }))
        }
        error={problem(`thresholds.${name}`)}
      />
    </div>
  )
}
