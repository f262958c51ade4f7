import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { useCloseInstruction } from '../../ui/instructions/InstructionActs.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useCursor } from '../../ui/keys/use-cursor.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { filterOf, InstructionFilters, type Shown } from './InstructionFilters.tsx'
import { InstructionDetails } from './InstructionDetails.tsx'
import { InstructionRow } from './InstructionRow.tsx'

const start: Shown = { state: 'open', staffId: null }
const keyOf = ({ instructionId }: RowOf<'instructions.list'>) => instructionId

/** 批注: every loop within reach, newest first; an answered one is closed here. */
export function InstructionsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayGive = useCan('instruction.give')
  const [shown, setShown] = useSessionStorage<Shown>({
    key: 'showroom.instructions',
    defaultValue: start,
    getInitialValueInEffect: false,
  })
  const list = usePages('instructions.list', filterOf(shown), { keepLast: true })
  const { rows, total, pending, failure } = list
  const { selected, select } = useCursor(rows, keyOf)
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
  const empty = filtered ? (
    <EmptyState title={t('instructions.emptyFiltered')} hint={t('instructions.emptyFilteredHint')} />
  ) : (
    <EmptyState
      title={t('instructions.empty')}
      hint={t(mayGive ? 'instructions.emptyHint' : 'instructions.emptyOwnHint')}
    />
  )
  return (
    <>
      <PageTitle
        title={t('instructions.title')}
        actions={
          <ExportButton list="instructions" filter={filterOf(shown)} total={pending ? undefined : total} />
        }
      />
      <InstructionFilters shown={shown} total={pending || failure ? undefined : total} onChange={setShown} />
      <LinesAndDetails
        name="instructions"
        listShare={48}
        list={list}
        label={t('instructions.list')}
        keyOf={keyOf}
        renderItem={(row) => <InstructionRow instruction={row} />}
        selected={selected}
        onSelect={select}
        onOpen={openCard}
        empty={empty}
        detailsLabel={t('instructions.details')}
        renderDetails={(row) => (
          <InstructionDetails
            key={row.instructionId}
            instruction={row}
            closing={closing}
            onClose={() => void close(row.instructionId)}
            onOpenCard={openCard}
          />
        )}
      />
    </>
  )
}
