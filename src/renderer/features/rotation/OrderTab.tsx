import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ActDialog } from './ActDialog.tsx'
import { actsOn, type Act } from './acts.ts'
import { NextPanel } from './NextPanel.tsx'
import { OrderList } from './OrderList.tsx'
import type { Board } from './place.ts'
import { PlaceDetails } from './PlaceDetails.tsx'
import classes from './Rotation.module.css'
import { SaveOrderDialog } from './SaveOrderDialog.tsx'
import { useDraftOrder } from './use-draft-order.ts'

/** Minutes tick, and a visitor may stay while nobody writes anything down. */
export const minuteMs = 60_000

/** The order as it stands, read again on every change and each minute. */
export function OrderTab({ desk }: { readonly desk: Board['desk'] }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('rotation.board', { desk }, { everyMs: minuteMs })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} />
  if (data.places.length === 0)
    return <EmptyState title={t('rotation.nobody')} hint={t('rotation.nobodyHint')} />
  return <Order key={data.desk} board={data} />
}

function Order({ board }: { readonly board: Board }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const { shown, draft, move, discard } = useDraftOrder(board.places)
  const isOwn = (staffId: string) => staffId === staff.staffId
  const [chosenId, choose] = useState<string | null>(null)
  const [doing, setDoing] = useState<Act | 'save' | null>(null)
  // One's own line first, else the next one: that is what most come for.
  const fallback =
    shown.find(({ staffId }) => isOwn(staffId)) ?? shown.find(({ isNext }) => isNext) ?? shown[0]
  const selected = shown.find(({ staffId }) => staffId === chosenId) ?? fallback
  const at = selected ? shown.indexOf(selected) : -1
  const acts = selected ? actsOn(selected, board) : []
  const { manage } = board.abilities
  const step = (by: number) => {
    if (!selected) return
    choose(selected.staffId)
    move(selected.staffId, at + by)
  }
  const may = (act: Act) => ({ run: () => setDoing(act), when: acts.includes(act) })
  const isDraft = draft !== null
  useShortcuts(t('rotation.title'), [
    { keys: 's', label: t('rotation.skip'), ...may('skip') },
    { keys: 'l', label: t('rotation.letThroughAct'), ...may('letThrough') },
    { keys: 'r', label: t('rotation.restore'), ...may('restore') },
    { keys: 'alt+ArrowUp', label: t('rotation.moveUp'), run: () => step(-1), when: manage },
    { keys: 'alt+ArrowDown', label: t('rotation.moveDown'), run: () => step(1), when: manage },
    { keys: 'Escape', label: t('rotation.discard'), run: discard, when: isDraft && doing === null },
  ])
  const save = () => isDraft && setDoing('save')
  return (
    <>
      <NextPanel board={board} />
      {isDraft && (
        <Alert color="blue" variant="light" py="xs" px="md" className={classes.draft}>
          <Group gap="sm">
            <span>{t('rotation.moved')}</span>
            <Button onClick={save} rightSection={<KeyHint keys="Enter" />}>
              {t('rotation.save')}
            </Button>
            <Button variant="default" onClick={discard} rightSection={<KeyHint keys="Escape" />}>
              {t('rotation.discard')}
            </Button>
          </Group>
        </Alert>
      )}
      <SplitView
        name="rotation"
        listShare={68}
        detailsLabel={t('rotation.details')}
        list={
          <>
            <OrderList
              places={shown}
              now={board.now}
              ownId={staff.staffId}
              selectedId={selected?.staffId ?? null}
              onSelect={choose}
              onMove={manage ? move : undefined}
              onOpen={save}
            />
            {manage && <p className={classes.hint}>{t('rotation.dragHint')}</p>}
          </>
        }
        details={
          selected ? (
            <PlaceDetails
              place={selected}
              at={at}
              now={board.now}
              isOwn={isOwn(selected.staffId)}
              acts={acts}
              onAct={setDoing}
            />
          ) : (
            <EmptyState title={t('rotation.choose')} />
          )
        }
      />
      {selected && doing !== null && doing !== 'save' && (
        <ActDialog act={doing} place={selected} desk={board.desk} onClose={() => setDoing(null)} />
      )}
      {draft && doing === 'save' && (
        <SaveOrderDialog
          board={board}
          draft={draft}
          onClose={() => setDoing(null)}
          onSaved={() => {
            setDoing(null)
            discard()
          }}
        />
      )}
    </>
  )
}
