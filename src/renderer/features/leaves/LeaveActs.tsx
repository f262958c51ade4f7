import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Why } from '../../ui/Why.tsx'
import type { LeaveAct } from './HandoffDialogs.tsx'
import type { Handoff } from './leave.ts'

interface LeaveActsProps {
  readonly handoff: Handoff
  readonly onAsk: (act: LeaveAct) => void
}

/** What may be done about the leave as a whole: confirm with its obstacles, shorten, cancel. */
export function LeaveActs({ handoff: { leave, unresolved }, onAsk }: LeaveActsProps) {
  const { t } = useTranslation()
  const { abilities, obstacles } = leave
  const ready = obstacles.length === 0
  const rest = abilities.resolve && unresolved.some(({ proposedOn }) => proposedOn !== null)
  useShortcuts(t('leaves.handoff'), [
    { keys: 'r', label: t('leaves.rest'), run: () => onAsk('rest'), when: rest },
    { keys: 's', label: t('leaves.shorten'), run: () => onAsk('shorten'), when: abilities.shorten },
    { keys: 'x', label: t('leaves.cancelLeave'), run: () => onAsk('cancel'), when: abilities.cancel },
    {
      keys: 'F10',
      label: t('leaves.confirm'),
      run: () => onAsk('confirm'),
      when: abilities.confirm && ready,
    },
  ])
  return (
    <>
      {abilities.confirm && <Why reasons={obstacles} about={t('leaves.confirm')} />}
      {abilities.cancel && (
        <Button variant="default" onClick={() => onAsk('cancel')} rightSection={<KeyHint keys="x" />}>
          {t('leaves.cancelLeave')}
        </Button>
      )}
      {abilities.shorten && (
        <Button variant="default" onClick={() => onAsk('shorten')} rightSection={<KeyHint keys="s" />}>
          {t('leaves.shorten')}
        </Button>
      )}
      {abilities.confirm && (
        <Button onClick={() => onAsk('confirm')} disabled={!ready} rightSection={<KeyHint keys="F10" />}>
          {t('leaves.confirm')}
        </Button>
      )}
    </>
  )
}
