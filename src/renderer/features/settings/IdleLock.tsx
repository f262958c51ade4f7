import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'

const choices = [1, 2, 3, 5, 10, 15, 30, 60]
const never = 'never'

/** After how many idle minutes the screens of this store lock (S4). */
export function IdleLock() {
  const { t } = useTranslation()
  const { idleMinutes } = useSession()
  const may = useCan('session.setIdleLock')
  const save = useCommand('session.setIdleLock')
  const nameOf = (minutes: number | null) =>
    minutes === null ? t('session.idleNever') : t('session.idleMinutes', { minutes })
  if (!may) return <Text>{nameOf(idleMinutes)}</Text>
  const all =
    idleMinutes === null || choices.includes(idleMinutes)
      ? choices
      : [...choices, idleMinutes].sort((a, b) => a - b)
  return (
    <>
      <Select
        id="idle-lock"
        aria-label={t('session.idleTitle')}
        value={idleMinutes === null ? never : String(idleMinutes)}
        data={[...all, null].map((minutes) => ({
          value: minutes === null ? never : String(minutes),
          label: nameOf(minutes),
        }))}
        allowDeselect={false}
        disabled={save.pending}
        onChange={(value) => value && void save.run({ minutes: value === never ? null : Number(value) })}
      />
      <FailureAlert failure={save.failure} act />
    </>
  )
}
