import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { Lead } from './lead.ts'
import type { LeadAct } from './lead-act.ts'
import classes from './Leads.module.css'

interface LeadActsProps {
  /** The lead with the cursor. */
  readonly lead: Lead
  /** What an assignment is about: the marked ones, or the one with the cursor. */
  readonly chosen: readonly Lead[]
  readonly onAct: (act: LeadAct) => void
  /** Null where he may not, or where no plan waits. */
  readonly onExecute: (() => void) | null
  readonly onOpenCard: () => void
}

interface Line {
  readonly keys: string
  readonly label: string
  readonly run: () => void
  readonly when: boolean
  readonly weight?: 'filled'
}

/** What can be done with the selected lead, each with its key; what cannot is left out. */
export function LeadActs({ lead, chosen, onAct, onExecute, onOpenCard }: LeadActsProps) {
  const { t } = useTranslation()
  const { abilities, exception } = lead
  const assignable = chosen.filter((each) => each.abilities.assign)
  const mayAssign = assignable.length > 0
  const lines: readonly Line[] = [
    {
      keys: 'r',
      label: t('leads.assignRotation'),
      run: () => onAct({ kind: 'assign', way: 'rotation', leads: assignable }),
      when: mayAssign,
      weight: 'filled',
    },
    {
      keys: 'h',
      label: t('leads.assignHand'),
      run: () => onAct({ kind: 'assign', way: 'hand', leads: assignable }),
      when: mayAssign,
    },
    {
      keys: 'e',
      label: t(lead.status === 'assigned' ? 'leads.startFollowUp' : 'leads.followUp'),
      run: () => onExecute?.(),
      when: onExecute !== null,
      weight: 'filled',
    },
    {
      keys: 'k',
      label: t('leads.openCard'),
      run: onOpenCard,
      when: abilities.openCard && lead.customerId !== null,
    },
    {
      keys: 'x',
      label: t('leads.raise'),
      run: () => onAct({ kind: 'raise', lead }),
      when: abilities.raiseException,
    },
    {
      keys: 'p',
      label: t(exception?.helper ? 'leads.otherHelper' : 'leads.nameHelper'),
      run: () => exception && onAct({ kind: 'helper', lead, exception }),
      when: exception?.abilities.nameHelper ?? false,
    },
    {
      keys: 'f',
      label: t('leads.end'),
      run: () => exception && onAct({ kind: 'end', lead, exception }),
      when: exception?.abilities.end ?? false,
    },
    {
      keys: 'u',
      label: t('leads.edit'),
      run: () => onAct({ kind: 'edit', lead }),
      when: abilities.update,
    },
    {
      keys: 'c',
      label: t('leads.close'),
      run: () => onAct({ kind: 'close', lead }),
      when: abilities.close,
    },
  ]
  const shown = lines.filter(({ when }) => when)
  // Following up and opening the card have their keys on the page, also while the form is open.
  useShortcuts(
    t('leads.details'),
    shown
      .filter(({ keys }) => keys !== 'e' && keys !== 'k')
      .map(({ keys, label, run }) => ({ keys, label, run })),
  )
  if (shown.length === 0) return null
  return (
    <div className={classes.acts}>
      {shown.map(({ keys, label, run, weight }) => (
        <Button key={keys} variant={weight ?? 'default'} onClick={run} rightSection={<KeyHint keys={keys} />}>
          {label}
        </Button>
      ))}
    </div>
  )
}
