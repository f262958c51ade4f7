import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attention } from '#shared/domain/codes.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import classes from './Attention.module.css'
import { isWaiting, numberOf, type AttentionGroup } from './attention.ts'

export const stripId = 'daily-check-attention'

/** The keyboard goes to the kind that is open, else to the first. */
export function focusAttention() {
  const strip = document.getElementById(stripId)
  const kind =
    strip?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? strip?.querySelector<HTMLElement>('button')
  kind?.focus()
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function walkKinds(event: KeyboardEvent<HTMLDivElement>) {
  const step = steps[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const here = all.indexOf(event.target as HTMLElement)
  event.preventDefault()
  all[(here + step + all.length) % all.length]?.focus()
}

interface AttentionStripProps {
  readonly groups: readonly AttentionGroup[]
  /** The kind whose lines are shown. */
  readonly opened: Attention | null
  readonly onOpen: (kind: Attention) => void
}

/** Below the figures: what else of the date needs attention, a kind with its number each; draws nothing for none. */
export function AttentionStrip({ groups, opened, onOpen }: AttentionStripProps) {
  const { t } = useTranslation()
  if (groups.length === 0) return null
  return (
    <section className={classes.strip} aria-label={t('dailyCheck.attention.title')}>
      <h2 className={classes.title}>
        {t('dailyCheck.attention.title')} <KeyHint keys="g" />
      </h2>
      <div
        id={stripId}
        role="toolbar"
        aria-label={t('dailyCheck.attention.title')}
        className={classes.kinds}
        onKeyDown={walkKinds}
      >
        {groups.map((group, index) => {
          const { kind } = group
          return (
            <button
              key={kind}
              type="button"
              className={classes.kind}
              data-waiting={isWaiting(kind) || undefined}
              aria-pressed={opened === kind}
              tabIndex={opened === kind || (opened === null && index === 0) ? 0 : -1}
              onClick={() => onOpen(kind)}
            >
              {isWaiting(kind) && <IconAlertTriangleFilled size={11} aria-label={t('dailyCheck.toActOn')} />}
              {t(`codes.attention.${kind}`)}
              <strong>{numberOf(group)}</strong>
            </button>
          )
        })}
      </div>
    </section>
  )
}
