import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import type { Asked } from './HandoffDialogs.tsx'
import type { Handoff, Line } from './leave.ts'

interface LineActsProps {
  readonly line: Line
  readonly handoff: Handoff
  readonly chosen: boolean
  readonly onPostpone: () => void
  readonly onAsk: (asked: Asked) => void
}

/** The buttons of one line; the keys stand on the line that is chosen. */
export function LineActs({
  line,
  handoff: { leave, coverAllowed },
  chosen,
  onPostpone,
  onAsk,
}: LineActsProps) {
  const { t } = useTranslation()
  const { customerId, customerName, kind, resolved } = line
  const mayResolve = leave.abilities.resolve && !resolved
  const small = { size: 'compact-xs', variant: 'default' } as const
  const hint = (keys: string) => (chosen ? { rightSection: <KeyHint keys={keys} /> } : {})
  const named = (act: string) => ({ 'aria-label': `${act} ${customerName}` })
  return (
    <>
      <LinkButton
        to="/customers/$customerId"
        params={{ customerId }}
        {...small}
        {...hint('k')}
        {...named(t('leaves.openCard'))}
      >
        {t(mayResolve && kind === 'plan' ? 'leaves.doBefore' : 'leaves.openCard')}
      </LinkButton>{' '}
      {mayResolve && kind === 'plan' && (
        <Button {...small} {...hint('p')} {...named(t('leaves.postpone'))} onClick={onPostpone}>
          {t('leaves.postpone')}
        </Button>
      )}{' '}
      {mayResolve && kind === 'plan' && coverAllowed && (
        <Button
          {...small}
          {...hint('c')}
          {...named(t('leaves.cover'))}
          onClick={() => onAsk({ act: 'cover', line })}
        >
          {t('leaves.cover')}
        </Button>
      )}
      {mayResolve && kind === 'expected_date' && (
        <Button
          {...small}
          {...hint('e')}
          {...named(t('leaves.changeDate'))}
          onClick={() => onAsk({ act: 'date', line })}
        >
          {t('leaves.changeDate')}
        </Button>
      )}
    </>
  )
}
