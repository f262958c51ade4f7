import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { Act } from './ActDialog.tsx'
import type { Violation } from './violation.ts'

interface ViolationActionsProps {
  readonly about: readonly Violation[]
  readonly onAct: (act: Act, about: readonly Violation[]) => void
}

const isFresh = ({ status, abilities }: Violation) => abilities.decide && status !== 'confirmed'
const mayLower = ({ abilities, ladder }: Violation) => abilities.decide && ladder !== null
const mayWaive = ({ abilities }: Violation) => abilities.decide
const mayObject = ({ abilities }: Violation) => abilities.object

/** What the person may do with the lines he chose; lines with which he may not are left out. */
export function ViolationActions({ about, onAct }: ViolationActionsProps) {
  const { t } = useTranslation()
  const decides = useCan('violation.decide')
  const objects = useCan('violation.object')
  const acts = [
    { act: 'confirm', keys: 'c', may: isFresh, shown: decides },
    { act: 'lower', keys: 'l', may: mayLower, shown: decides },
    { act: 'waive', keys: 'w', may: mayWaive, shown: decides },
    { act: 'object', keys: 'o', may: mayObject, shown: objects },
  ] as const
  const ready = acts
    .filter(({ shown }) => shown)
    .map(({ act, keys, may }) => {
      const fitting = about.filter(may)
      return { act, keys, count: fitting.length, run: () => onAct(act, fitting) }
    })
  useShortcuts(
    t('violations.details'),
    ready.map(({ act, keys, count, run }) => ({
      keys,
      label: t(`violations.${act}`),
      run,
      when: count > 0,
    })),
  )
  return (
    <>
      {ready.map(({ act, keys, count, run }) => (
        <Button
          key={act}
          variant={act === 'confirm' || act === 'object' ? 'filled' : 'default'}
          disabled={count === 0}
          onClick={run}
          rightSection={<KeyHint keys={keys} />}
        >
          {t(`violations.${act}`)}
        </Button>
      ))}
    </>
  )
}
