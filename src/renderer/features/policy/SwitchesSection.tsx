import { Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEditor } from './editor.ts'
import classes from './Policy.module.css'

const switches = ['lossNeedsApproval', 'cover', 'clearToGreet', 'appointmentPlansForAll'] as const

/** The switches of the policy, and the opening hours. */
export function SwitchesSection() {
  const { t } = useTranslation()
  const { policy, change, problem } = useEditor()
  const { openingHours } = policy
  return (
    <Stack gap="lg" className={classes.narrow}>
      <Stack gap="sm">
        {switches.map((name) => (
          <Switch
            key={name}
            label={t(`policy.switch.${name}`)}
            description={t(`policy.switch.${name}Hint`)}
            checked={policy.switches[name]}
            onChange={({ currentTarget: { checked } }) =>
              change((before) => ({ ...before, switches: { ...before.switches, [name]: checked } }))
            }
          />
        ))}
      </Stack>
      <section aria-label={t('policy.openingHours')}>
        <Title order={2}>{t('policy.openingHours')}</Title>
        <Text size="xs" c="dimmed" mb="xs">
          {t('policy.openingHoursHint')}
        </Text>
        <Group align="flex-start">
          {(['from', 'until'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              w={150}
              label={t(`policy.${end}`)}
              value={openingHours[end]}
              onChange={({ currentTarget: { value } }) =>
                change((before) => ({ ...before, openingHours: { ...before.openingHours, [end]: value } }))
              }
              error={problem(`openingHours.${end}`)}
            />
          ))}
        </Group>
      </section>
    </Stack>
  )
}
