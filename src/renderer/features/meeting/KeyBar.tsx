import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import classes from './Meeting.module.css'

/** An act of the meeting: its key, and the button that says so. */
export interface Act {
  readonly keys: string
  readonly label: string
  readonly run: () => void
  readonly when: boolean
  readonly main?: boolean
}

/** What can be done on this page, with the key of each. */
export function KeyBar({ acts }: { readonly acts: readonly Act[] }) {
  const { t } = useTranslation()
  return (
    <nav
      className={classes.keys}
      aria-label={t('meeting.keys')}
      // Enter and the space bar on a button are the button's.
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
      }}
    >
      {acts
        .filter(({ when }) => when)
        .map(({ keys, label, run, main = false }) => (
          <UnstyledButton key={keys} className={classes.key} data-main={main || undefined} onClick={run}>
            <KeyHint keys={keys} />
            {label}
          </UnstyledButton>
        ))}
    </nav>
  )
}
