import { Button, Text, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { Reasons } from '../../ui/Why.tsx'
import classes from './Duplicates.module.css'

type Merge = RowOf<'merges.list'>

/** What was merged, newest first, and whether it can still be undone. */
export function Merges() {
  const { t } = useTranslation()
  const list = usePages('merges.list', {})
  const days = usePolicy().thresholds.mergeUndoDays
  const [undoing, setUndoing] = useState<Merge | null>(null)
  const { rows, total, pending, failure } = list
  return (
    <>
      <ListToolbar actions={<ExportButton list="merges" total={pending ? undefined : total} />} />
      {failure && <ErrorState error={failure} onRetry={list.readAgain} />}
      {pending && <LoadingRows rows={4} rowHeight={72} />}
      {!pending && !failure && rows.length === 0 && (
        <EmptyState title={t('duplicates.mergesNone')} hint={t('duplicates.mergesNoneHint', { days })} />
      )}
      {rows.length > 0 && (
        <ol className={classes.merges} aria-label={t('duplicates.tab.merges')}>
          {rows.map((row) => (
            <MergeLine key={row.mergeId} row={row} onUndo={() => setUndoing(row)} />
          ))}
          {rows.length < total && (
            <li>
              <Button variant="subtle" onClick={list.readMore}>
                {t('duplicates.more')}
              </Button>
            </li>
          )}
        </ol>
      )}
      {undoing && <UndoDialog row={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

function MergeLine({ row, onUndo }: { readonly row: Merge; readonly onUndo: () => void }) {
  const { t } = useTranslation()
  const dates = useDates()
  const title = t('duplicates.mergedInto', { dropped: row.droppedName, kept: row.keptName })
  const isUndone = row.undoneAt !== null
  const mayUndo = !isUndone && row.obstacles.length === 0
  return (
    <li className={classes.merge} data-undone={isUndone || undefined}>
      <div className={classes.headLine}>
        <b>{title}</b>
        <span className={classes.quiet}>{formatPhone(row.droppedPhone)}</span>
        <span className={classes.gap} />
        {mayUndo && (
          <span className={classes.quiet}>
            {t('duplicates.undoUntil', { on: dates.short(row.undoUntil) })}
          </span>
        )}
        <LinkButton
          to="/customers/$customerId"
          params={{ customerId: row.keptId }}
          variant="subtle"
          size="compact-xs"
          aria-label={t('duplicates.openCardOf', { name: row.keptName })}
        >
          {t('duplicates.openCard')}
        </LinkButton>
        {mayUndo && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={`${t('duplicates.undo')} ${title}`}
            onClick={onUndo}
          >
            {t('duplicates.undo')}
          </Button>
        )}
      </div>
      <div className={classes.facts}>
        <span>{row.ownerName ? t('duplicates.owner', { name: row.ownerName }) : t('duplicates.nobody')}</span>
        {row.formerOwnerName && <span>{t('duplicates.formerOwner', { name: row.formerOwnerName })}</span>}
        {row.reason && <span>{row.reason}</span>}
      </div>
      <Text c="dimmed" size="xs">
        {t('duplicates.mergedBy', { name: row.mergedBy, at: dates.moment(row.mergedAt) })}
        {row.undoneAt !== null &&
          ` · ${t('duplicates.undoneBy', { name: row.undoneBy ?? '', at: dates.moment(row.undoneAt) })}`}
      </Text>
      {!isUndone && !mayUndo && (
        <div className={classes.obstacles}>
          <span>{t('duplicates.cannotUndo')}</span>
          <Reasons reasons={row.obstacles} />
        </div>
      )}
    </li>
  )
}

/** Takes a merge back; what has been worked on meanwhile is named in the refusal. */
function UndoDialog({ row, onClose }: { readonly row: Merge; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const undo = useCommand('merges.undo')
  const [reason, setReason] = useState('')
  const run = async () => {
    const done = await undo.run({
      mergeId: row.mergeId,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (!done.ok) return
    toast(t('duplicates.undone'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('duplicates.undoTitle', { dropped: row.droppedName })}
      confirmLabel={t('duplicates.undo')}
      onConfirm={() => void run()}
      pending={undo.pending}
      failure={undo.failure}
    >
      <Text mb="sm">{t('duplicates.undoHint')}</Text>
      <TextInput
        label={t('duplicates.undoReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        mb="sm"
        data-autofocus
      />
    </ConfirmDialog>
  )
}
