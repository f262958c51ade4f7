import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { useCloseInstruction } from '../../ui/instructions/InstructionActs.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { useCursor } from '../../ui/use-cursor.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { filterOf, InstructionFilters, type Shown } from './InstructionFilters.tsx'
import { InstructionDetails } from './InstructionDetails.tsx'
import { InstructionRow } from './InstructionRow.tsx'
import classes from './Instructions.module.css'

const start: Shown = { state: 'open', staffId: null }

/** 批注: every loop within reach, newest first; an answered one is closed here. */
export function InstructionsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [shown, setShown] = useSessionStorage<Shown>({
    key: 'showroom.instructions',
    defaultValue: start,
    getInitialValueInEffect: false,
  })
  const list = usePages('instructions.list', filterOf(shown), { keepLast: true })
  const { rows, total, pending, failure } = list
  const { selected, select } = useCursor(rows, (row) => row.instructionId)
  const { pending: closing, close } = useCloseInstruction()

  const openCard = () => {
    if (selected?.mayOpenCard)
      void navigate({ to: '/customers/$customerId', params: { customerId: selected.customerId } })
  }
  useShortcuts(t('instructions.title'), [
    {
      keys: 'x',
      label: t('instructions.close'),
      run: () => selected && void close(selected.instructionId),
      when: (selected?.abilities.close ?? false) && !closing,
    },
    {
      keys: 'k',
      label: t('instructions.openCard'),
      run: openCard,
      when: selected?.mayOpenCard ?? false,
    },
  ])
  const filtered = shown.state !== start.state || shown.staffId !== start.staffId
  const body = () => {
    if (failure) return <ErrorState error={failure} onRetry={list.readAgain} />
    if (pending) return <LoadingRows rows={12} rowHeight={52} />
    if (rows.length === 0)
      return filtered ? (
        <EmptyState title={t('instructions.emptyFiltered')} hint={t('instructions.emptyFilteredHint')} />
      ) : (
        <EmptyState title={t('instructions.empty')} hint={t('instructions.emptyHint')} />
      )
    return (
      <SplitView
        name="instructions"
        listShare={48}
        detailsLabel={t('instructions.details')}
        list={
          <div className={classes.list}>
            <VirtualList
              label={t('instructions.list')}
              items={rows}
              keyOf={(row) => row.instructionId}
              rowHeight={52}
              renderItem={(row) => <InstructionRow instruction={row} />}
              selectedKey={selected?.instructionId ?? null}
              onSelect={select}
              onOpen={openCard}
              onEnd={list.readMore}
            />
          </div>
        }
        details={
          selected ? (
            <InstructionDetails
              key={selected.instructionId}
              instruction={selected}
              closing={closing}
              onClose={() => void close(selected.instructionId)}
              onOpenCard={openCard}
            />
          ) : (
            <EmptyState title={t('instructions.choose')} />
          )
        }
      />
    )
  }
  return (
    <>
      <PageTitle
        title={t('instructions.title')}
        actions={
          <ExportButton list="instructions" filter={filterOf(shown)} total={pending ? undefined : total} />
        }
      />
      <InstructionFilters shown={shown} total={pending || failure ? undefined : total} onChange={setShown} />
      {body()}
    </>
  )
}
