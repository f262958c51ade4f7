import { Button, Tooltip } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import type { Check } from './figures.ts'

interface SignButtonProps {
  readonly check: Check
  readonly onSign: () => void
  readonly onOpenSigned: () => void
}

/** F10: signs, or opens the sheet that was signed. Says why where it cannot be. */
export function SignButton({ check, onSign, onOpenSigned }: SignButtonProps) {
  const { t } = useTranslation()
  const { store } = useSession()
  const role = useCan('dailyCheck.sign')
  const hint = <KeyHint keys="F10" />
  if (check.signed) {
    return (
      <Button variant="default" onClick={onOpenSigned} rightSection={hint}>
        {t('dailyCheck.openSigned')}
      </Button>
    )
  }
  if (!role || check.consultants.length === 0) return null
  const why = store.clock === 'behind' ? t('dailyCheck.clockBehind') : null
  return (
    <Tooltip label={why} disabled={why === null}>
      <Button
        onClick={onSign}
        disabled={!check.maySign || why !== null}
        leftSection={<IconSignature size={15} aria-hidden />}
        rightSection={hint}
      >
        {t('dailyCheck.sign')}
      </Button>
    </Tooltip>
  )
}
