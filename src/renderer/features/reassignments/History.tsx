import { Button, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { usePolicy } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Reassign.module.css'
import { UndoDialog } from './UndoDialog.tsx'

type Past = RowOf<'reassignments.list'>

/** What was reassigned, newest first, and whether it can still be undone. */
export function History() {
  const { t } = useTranslation()
  const { rows, total, pending, failure, readAgain, readMore } = usePages('reassignments.list', {})
  const [undoing, setUndoing] = useState<Past | null>(null)
  const days = usePolicy().thresholds.reassignmentUndoDays
  return (
    <>
      <ListToolbar
        total={total}
        actions={<ExportButton list="reassignments" total={pending ? undefined : total} />}
      >
        <h2 className={classes.head}>{t('reassignments.history')}</h2>
      </ListToolbar>
      {failure && <ErrorState error={failure} onRetry={readAgain} />}
      {pending && <LoadingRows rows={4} rowHeight={72} />}
      {!pending && !failure && rows.length === 0 && (
        <EmptyState
          title={t('reassignments.historyNone')}
          hint={t('reassignments.historyNoneHint', { days })}
        />
      )}
      <ol className={classes.history}>
        {rows.map((row) => (
          <PastReassignment key={row.reassignmentId} row={row} onUndo={() => setUndoing(row)} />
        ))}
      </ol>
      {rows.length < total && (
        <Button variant="subtle" onClick={readMore}>
          {t('reassignments.historyMore')}
        </Button>
      )}
      {undoing && (
        <UndoDialog
          {...undoing}
          onClose={() => setUndoing(null)}
          onDone={(message) => {
            setUndoing(null)
            toast(message)
          }}
        />
      )}
    </>
  )
}

function PastReassignment({ row, onUndo }: { readonly row: Past; readonly onUndo: () => void }) {
  const { t } = useTranslation()
  const dates = useDates()
  const about = t('reassignments.moved', { from: row.fromName, customers: row.customers })
  const mayUndo = row.undoneAt === null && row.obstacles.length === 0
  return (
    <li className={classes.past} data-undone={row.undoneAt !== null || undefined}>
      <div className={classes.pastHead}>
        <b>{about}</b>
        {mayUndo && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={`${t('reassignments.undo')} ${about}`}
            onClick={onUndo}
          >
            {t('reassignments.undo')}
          </Button>
        )}
        {row.undoneAt === null && !mayUndo && (
          <span className={classes.obstacles}>
            {t('reassignments.cannotUndo')} <Why reasons={row.obstacles} about={about} />
          </span>
        )}
      </div>
      <div>
        {row.to
          .map(({ name, customers }) => t('reassignments.received', { name, customers }))
          .join(t('ui.and'))}
      </div>
      <div>{row.reason}</div>
      <Text c="dimmed" size="xs">
        {t('reassignments.appliedBy', { by: row.appliedBy, at: dates.moment(row.appliedAt) })}
        {row.undoneAt !== null && ` · ${t('reassignments.undone', { at: dates.moment(row.undoneAt) })}`}
      </Text>
    </li>
  )
}
