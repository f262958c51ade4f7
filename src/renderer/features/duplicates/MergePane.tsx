import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { movedThings } from '#shared/contract/duplicates.ts'
import type { MergedField, MergeSide } from '#shared/contract/duplicates.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Reasons } from '../../ui/Why.tsx'
import { DismissDialog } from './DismissDialog.tsx'
import classes from './Duplicates.module.css'
import { FieldChoices } from './FieldChoices.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { proposeKept, type MergePreview, type Pair } from './pair.ts'
import { RecordHead } from './RecordHead.tsx'

interface MergePaneProps {
  readonly pair: { readonly firstId: string; readonly secondId: string }
  /** The line of the list; absent where somebody came from a card. */
  readonly about?: Pair
  readonly onDone: (customerId: string) => void
}

/** Two records side by side (R-3.4a): which stays, field by field, what moves, whose he will be, and the acts. */
export function MergePane({ pair, about, onDone }: MergePaneProps) {
  const [ids, setIds] = useState(about ? proposeKept(about) : pair)
  const preview = useQuery(
    'merges.preview',
    { keptId: ids.firstId, droppedId: ids.secondId },
    { keepLast: true },
  )
  if (!preview.data)
    return preview.error ? (
      <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <LoadingRows rows={12} />
    )
  return (
    <Comparison
      // What was chosen belongs to these two in this order.
      key={preview.data.kept.customerId}
      preview={preview.data}
      about={about}
      onSwap={() => setIds({ firstId: ids.secondId, secondId: ids.firstId })}
      onDone={onDone}
    />
  )
}

interface ComparisonProps {
  readonly preview: MergePreview
  readonly about: Pair | undefined
  readonly onSwap: () => void
  readonly onDone: (customerId: string) => void
}

function Comparison({ preview, about, onSwap, onDone }: ComparisonProps) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Partial<Record<MergedField, MergeSide>>>({})
  const [asking, setAsking] = useState<'merge' | 'dismiss' | null>(null)
  const undismiss = useCommand('duplicates.undismiss')
  const { kept, dropped, problems, warnings } = preview
  const may = problems.length === 0
  const isDismissed = about?.dismissed !== null && about?.dismissed !== undefined
  const suspectAgain = async () => {
    const done = await undismiss.run({ firstId: kept.customerId, secondId: dropped.customerId })
    if (!done.ok) return
    toast(t('duplicates.undismissed'))
    onDone(kept.customerId)
  }
  const dismisses = isDismissed ? () => void suspectAgain() : () => setAsking('dismiss')
  const dismissLabel = t(isDismissed ? 'duplicates.undismiss' : 'duplicates.dismiss')
  useShortcuts(t('duplicates.details'), [
    { keys: 'mod+Enter', label: t('duplicates.merge'), run: () => setAsking('merge'), when: may },
    { keys: 'd', label: dismissLabel, run: dismisses, when: about !== undefined },
    { keys: 's', label: t('duplicates.swap'), run: onSwap },
  ])
  return (
    <div className={classes.pane}>
      <div className={classes.scroll}>
        <div className={classes.heads}>
          <RecordHead side="kept" record={kept} />
          <RecordHead side="dropped" record={dropped} />
        </div>
        <Remarks about={about} />
        {!may && (
          <Alert color="red" variant="light" role="status" title={t('duplicates.cannot')} p="xs">
            <Reasons reasons={problems} />
          </Alert>
        )}
        <FieldChoices
          fields={preview.fields}
          choices={choices}
          onChoose={(field, side) => setChoices((before) => ({ ...before, [field]: side }))}
        />
        <Consequences preview={preview} />
        {warnings.length > 0 && (
          <Alert color="orange" variant="light" role="status" title={t('duplicates.know')} p="xs">
            <Reasons reasons={warnings} />
          </Alert>
        )}
      </div>
      <Group gap="sm" className={classes.foot}>
        <Button variant="default" onClick={onSwap} rightSection={<KeyHint keys="s" />}>
          {t('duplicates.swap')}
        </Button>
        <span className={classes.gap} />
        {about !== undefined && (
          <Button
            variant="default"
            onClick={dismisses}
            loading={undismiss.pending}
            rightSection={<KeyHint keys="d" />}
          >
            {dismissLabel}
          </Button>
        )}
        <Button
          onClick={() => setAsking('merge')}
          disabled={!may}
          rightSection={<KeyHint keys="mod+Enter" />}
        >
          {t('duplicates.merge')}
        </Button>
      </Group>
      {asking === 'merge' && (
        <MergeDialog
          preview={preview}
          choices={choices}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null)
            onDone(kept.customerId)
          }}
        />
      )}
      {asking === 'dismiss' && (
        <DismissDialog
          kept={kept}
          dropped={dropped}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null)
            onDone(kept.customerId)
          }}
        />
      )}
    </div>
  )
}

/** Why both may have one phone, and who once found them to be two people. */
function Remarks({ about }: { readonly about: Pair | undefined }) {
  const { t } = useTranslation()
  const dates = useDates()
  if (!about) return null
  const { sharedBecause, dismissed } = about
  return (
    <>
      {sharedBecause !== null && (
        <p className={classes.remark}>{t('duplicates.sharedBecause', { because: sharedBecause })}</p>
      )}
      {dismissed !== null && (
        <p className={classes.remark}>
          {t('duplicates.dismissedBecause', {
            on: dates.short(dismissed.on),
            name: dismissed.by,
            because: dismissed.reason,
          })}
        </p>
      )}
    </>
  )
}

/** Whose he will be, and what goes over to the record that stays. */
function Consequences({ preview }: { readonly preview: MergePreview }) {
  const { t } = useTranslation()
  const { kept, dropped, moves, ownersDiffer, relativesWithHim } = preview
  const nobody = t('ui.nobody')
  const things = movedThings
    .map((thing) => ({ thing, count: moves[thing] }))
    .filter(({ count }) => count > 0)
    .map(({ thing, count }) => t(`duplicates.thing.${thing}`, { count }))
  return (
    <section className={classes.consequences} aria-label={t('duplicates.moves')}>
      <h2>{t('duplicates.moves')}</h2>
      <p>{things.length > 0 ? things.join(' · ') : t('duplicates.movesNone')}</p>
      <p data-strong={ownersDiffer || undefined}>
        {ownersDiffer
          ? t('duplicates.ownerGoes', { name: kept.ownerName ?? nobody, from: dropped.ownerName ?? nobody })
          : t('duplicates.ownerStays', { name: kept.ownerName ?? nobody })}
      </p>
      {relativesWithHim.length > 0 && (
        <p>{t('duplicates.relativesGo', { names: relativesWithHim.join(t('ui.and')) })}</p>
      )}
    </section>
  )
}
