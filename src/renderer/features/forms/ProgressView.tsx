import { Button, Drawer } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExecutionSlot } from '../../ui/ExecutionSlot.tsx'
import { MovePlanDialog } from '../../ui/planner/MovePlanDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { Desk } from './Desk.tsx'
import type { ProgressRow, ProgressSheet } from './form.ts'
import classes from './FormsPage.module.css'
import { ProgressPaper } from './ProgressPaper.tsx'
import type { FormChoice } from './use-form-choice.ts'
import { ViewFrame } from './ViewFrame.tsx'

/** Rows that lie on the screen at once: a month of many is leafed through. */
const rowsAPage = 100

type Work =
  | { readonly kind: 'execute'; readonly row: ProgressRow }
  | { readonly kind: 'move'; readonly row: ProgressRow; readonly planId: string; readonly on: BusinessDate }

/** The progress sheet of a month: its cells are walked, a customer is followed up and a plan moved from them. */
export function ProgressView({ choice }: { readonly choice: FormChoice }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const executes = useCan('followUp.execute')
  const [work, setWork] = useState<Work | null>(null)
  const { month, staffId, from, setFrom } = choice
  const query = useQuery(
    'forms.progress',
    { month, staffId, cursor: String(from), limit: rowsAPage },
    { keepLast: true },
  )
  const close = () => setWork(null)
  const acts = {
    onExecute: (row: ProgressRow) => {
      if (row.status !== 'open') toast(t('forms.progress.notOpen'))
      else if (executes) setWork({ kind: 'execute', row })
    },
    onMove: (row: ProgressRow, planId: string, on: string) =>
      setWork({ kind: 'move', row, planId, on: on as BusinessDate }),
    onOpen: ({ customerId }: ProgressRow) =>
      void navigate({ to: '/customers/$customerId', params: { customerId } }),
  }
  const search = staffId ? { staffId } : {}
  return (
    <ViewFrame
      choice={choice}
      query={query}
      form={{ form: 'progress_sheet', month, staffId }}
      name={query.data?.staffName ?? t('forms.everybody')}
      onPrint={() => void navigate({ to: '/print/progress/$month', params: { month }, search })}
    >
      {(sheet) => (
        <>
          <Leaf sheet={sheet} from={from} onLeaf={setFrom} />
          {sheet.total === 0 ? (
            <EmptyState
              title={t('forms.progress.empty')}
              hint={t('forms.progress.emptyHint', { grade: sheet.leftOut })}
            />
          ) : (
            <Desk shape="landscape">
              <ProgressPaper sheet={sheet} acts={acts} />
            </Desk>
          )}
          <Drawer
            opened={work?.kind === 'execute'}
            onClose={close}
            position="right"
            size={620}
            padding="sm"
            title={work?.row.name}
            closeButtonProps={{ 'aria-label': t('common.close') }}
          >
            {work?.kind === 'execute' && (
              <ExecutionSlot
                planId={work.row.nextPlanId}
                opportunityId={work.row.opportunityId}
                customerId={work.row.customerId}
                onDone={close}
                onCancel={close}
              />
            )}
          </Drawer>
          {work?.kind === 'move' && (
            <MovePlanDialog
              plan={{ planId: work.planId, on: work.on }}
              limit={work.row.limit}
              title={t('forms.progress.moveTitle', { name: work.row.name })}
              onClose={close}
            />
          )}
        </>
      )}
    </ViewFrame>
  )
}

interface LeafProps {
  readonly sheet: ProgressSheet
  readonly from: number
  readonly onLeaf: (from: number) => void
}

/** What the keys do in the grid, and the pages of a long month. */
function Leaf({ sheet, from, onLeaf }: LeafProps) {
  const { t } = useTranslation()
  const { rows, total, nextCursor } = sheet
  const paged = from > 0 || nextCursor !== null
  return (
    <div className={classes.hint}>
      <span>{t('forms.progress.keys')}</span>
      <span className={classes.gap} />
      {paged && (
        <>
          <Button
            variant="subtle"
            disabled={from === 0}
            onClick={() => onLeaf(Math.max(0, from - rowsAPage))}
          >
            {t('forms.previousRows')}
          </Button>
          <span aria-live="polite">
            {t('forms.rowsShown', { from: Math.min(from + 1, total), to: from + rows.length, total })}
          </span>
          <Button
            variant="subtle"
            disabled={nextCursor === null}
            onClick={() => onLeaf(Number(nextCursor ?? from))}
          >
            {t('forms.nextRows')}
          </Button>
        </>
      )}
    </div>
  )
}
