import { Alert, Group, Select, Stack } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ladders } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { useEditor } from './editor.ts'
import { LadderFields, OptionalNumber } from './LadderFields.tsx'
import { WholeNumber } from './WholeNumber.tsx'
import classes from './Policy.module.css'

const resets = ['never', 'month', 'quarter', 'year'] as const

/** The ladders, what they take and what it is called, with the legal remark beside the choice. */
export function PenaltiesSection() {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const { penalties } = policy
  const set = (patch: Partial<Policy['penalties']>) =>
    change((before) => ({ ...before, penalties: { ...before.penalties, ...patch } }))
  return (
    <Stack gap="md">
      <Alert
        color="yellow"
        variant="light"
        icon={<IconScale size={18} aria-hidden />}
        title={t('policy.legalTitle')}
        maw={1200}
        // The yellow of a title is too pale on its own ground.
        styles={{ label: { color: 'var(--mantine-color-text)' } }}
      >
        {t('policy.legal')}
      </Alert>
      <div className={classes.ladders}>
        {ladders.map((name) => (
          <LadderFields key={name} name={name} />
        ))}
      </div>
      <Group align="flex-start" gap="lg">
        <Select
          label={t('policy.reset')}
          allowDeselect={false}
          w={160}
          value={penalties.reset}
          onChange={(reset) => reset && set({ reset })}
          data={resets.map((value) => ({ value, label: t(`policy.resetIs.${value}`) }))}
        />
        <WholeNumber
          label={t('policy.managerShare')}
          description={t('policy.managerShareHint')}
          w={180}
          value={penalties.managerSharePercent}
          onChange={(managerSharePercent) => set({ managerSharePercent })}
          error={problem('penalties.managerSharePercent')}
        />
        <OptionalNumber
          money
          label={t('policy.cap')}
          none={t('policy.noCap')}
          description={t('policy.capHint')}
          value={penalties.monthlyCapFen}
          first={50_000}
          onChange={(monthlyCapFen) => set({ monthlyCapFen })}
          error={problem('penalties.monthlyCapFen')}
        />
      </Group>
    </Stack>
  )
}
