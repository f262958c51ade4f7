import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './Attention.module.css'
import { isWaiting, keyOfAttention, signOf, type AttentionGroup } from './attention.ts'

/** What a person should see of himself at once, the honesty signs first: each with its reason in full. */
export function OwnAttention({ groups }: { readonly groups: readonly AttentionGroup[] }) {
  const { t } = useTranslation()
  const words = useWords()
  if (groups.length === 0) return null
  return (
    <section>
      <Title order={2}>{t('dailyCheck.attention.title')}</Title>
      <ul className={classes.own}>
        {groups.flatMap(({ kind, lines }) =>
          lines.map((line) => {
            const sign = signOf(line)
            return (
              <li key={keyOfAttention(line)}>
                <Tag tone={isWaiting(kind) || sign ? 'warn' : 'quiet'}>
                  {sign ? t(`codes.honestySign.${sign}`) : t(`codes.attention.${kind}`)}
                </Tag>
                <span>
                  {line.customerName && `${line.customerName} · `}
                  {line.reasons.map(words.reason).join(t('ui.and'))}
                </span>
              </li>
            )
          }),
        )}
      </ul>
      {groups.some(({ kind }) => kind === 'honesty_sign') && (
        <p className={classes.hint}>{t('dailyCheck.attention.ownHint')}</p>
      )}
    </section>
  )
}
