import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Cut, Quiet, TwoLineRow } from '../../ui/lists/TwoLineRow.tsx'
import type { Pair } from './pair.ts'

const tones = { phone: 'danger', plate: 'warn', name: 'info', relative: 'quiet' } as const

/** A pair in two lines: the two names, then whose they are and in what they agree. */
export function PairRow({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation()
  const { first, second, level, agrees, ownersDiffer } = pair
  const owner = (name: string | null) => name ?? t('ui.nobody')
  const named = level === 'relative' ? 'name' : level
  return (
    <TwoLineRow
      before={<Tag tone={tones[level]}>{t(`duplicates.level.${named}`)}</Tag>}
      first={
        <>
          {first.grade && <GradeBadge grade={first.grade} size="sm" />}
          <Cut>{first.name}</Cut>
          <Quiet>·</Quiet>
          {second.grade && <GradeBadge grade={second.grade} size="sm" />}
          <Cut>{second.name}</Cut>
        </>
      }
      second={
        <>
          <Quiet>
            {ownersDiffer ? `${owner(first.ownerName)} / ${owner(second.ownerName)}` : owner(first.ownerName)}
          </Quiet>
          <Cut>{agrees.map((each) => t(`duplicates.agrees.${each}`)).join(t('ui.and'))}</Cut>
        </>
      }
    />
  )
}
