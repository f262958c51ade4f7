import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { levels, type Level } from './duplicates-search.ts'
import { MergePane } from './MergePane.tsx'
import { keyOfPair } from './pair.ts'
import { PairRow } from './PairRow.tsx'

interface PairsProps {
  readonly isDismissed: boolean
  readonly level: Level | undefined
  readonly onLevel: (level: Level | undefined) => void
}
const all = 'all'

/** The pairs of a part, and the comparison of the one that is chosen. */
export function Pairs({ isDismissed, level, onLevel }: PairsProps) {
  const { t } = useTranslation()
  const filter = { ...(level ? { level } : {}), ...(isDismissed ? { dismissed: true } : {}) }
  const list = usePages('duplicates.list', filter, { keepLast: true })
  const [selectedKey, select] = useState<string | null>(null)
  const index = list.rows.findIndex((row) => keyOfPair(row) === selectedKey)
  const selected = list.rows[index] ?? list.rows[0]
  const empty = isDismissed ? (
    <EmptyState title={t('duplicates.noneDismissed')} hint={t('duplicates.noneDismissedHint')} />
  ) : level ? (
    <EmptyState title={t('duplicates.noneOfLevel')}>
      <Button variant="default" onClick={() => onLevel(undefined)}>
        {t('common.all')}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState
      icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
      title={t('duplicates.none')}
      hint={t('duplicates.noneHint')}
    />
  )
  return (
    <>
      <ListToolbar
        actions={
          <ExportButton list="duplicates" filter={filter} total={list.rows.length > 0 ? null : undefined} />
        }
      >
        {!isDismissed && (
          <ChoiceGroup
            label={t('duplicates.levels')}
            labelHidden
            choices={[
              { value: all, label: t('duplicates.allLevels') },
              ...levels.map((value) => ({ value, label: t(`duplicates.level.${value}`) })),
            ]}
            value={level ?? all}
            onChange={(value) => onLevel(levels.find((each) => each === value))}
          />
        )}
      </ListToolbar>
      <LinesAndDetails
        name="duplicates"
        listShare={40}
        list={list}
        label={t('duplicates.list')}
        keyOf={keyOfPair}
        renderItem={(row) => <PairRow pair={row} />}
        selected={selected}
        onSelect={(row) => select(keyOfPair(row))}
        onOpen={() => document.querySelector<HTMLElement>('[data-merge-field][tabindex="0"]')?.focus()}
        empty={empty}
        detailsLabel={t('duplicates.details')}
        renderDetails={(row) => (
          <MergePane
            key={keyOfPair(row)}
            pair={{ firstId: row.first.customerId, secondId: row.second.customerId }}
            about={row}
            // What was settled is gone; the next one takes its place.
            onDone={() => {
              const next = list.rows[index < 0 ? 1 : index + 1] ?? list.rows[Math.max(0, index - 1)]
              select(next && next !== row ? keyOfPair(next) : null)
            }}
          />
        )}
      />
    </>
  )
}
