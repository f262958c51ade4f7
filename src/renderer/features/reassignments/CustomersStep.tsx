import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldCustomer } from '#shared/contract/reassignments.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePolicy, useToday } from '../../api/use-session.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Reassign.module.css'
import type { ReassignDraft } from './reassign-draft.ts'
import { StepFoot } from './StepFoot.tsx'

interface StepProps {
  readonly draft: ReassignDraft
  readonly onChange: (draft: ReassignDraft) => void
  readonly onClose: () => void
}

const without = '–'

/** Which of somebody's customers are handed over: all of them, or those that are ticked, by grade and by name. */
export function CustomersStep({ draft, onChange, onClose }: StepProps) {
  const { t } = useTranslation()
  const policy = usePolicy()
  const today = useToday()
  const { from, chosen } = draft
  const { data, isPending, isError, error, refetch } = useQuery('reassignments.held', { from: from.staffId })
  const [text, setText] = useState('')
  const [grade, setGrade] = useState('')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const tableRef = useRef<HTMLDivElement>(null)
  const isThere = data !== undefined
  // One came here to choose: ↑ ↓ and the blank key work at once.
  useEffect(() => {
    if (isThere) tableRef.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }, [isThere])
  const rows = data?.rows ?? []
  const ids = new Set(chosen ?? rows.map(({ customerId }) => customerId))
  const shown = rows.filter(
    (row) =>
      (text.trim() === '' || row.name.includes(text.trim())) &&
      (grade === '' || (row.grade ?? without) === grade),
  )
  const count = rows.filter(({ customerId }) => ids.has(customerId)).length
  const setIds = (next: ReadonlySet<string>) => {
    const still = rows.map(({ customerId }) => customerId).filter((id) => next.has(id))
    onChange({ ...draft, chosen: still.length === rows.length ? null : still })
  }
  const set = (customerIds: readonly string[], on: boolean) => {
    const next = new Set(ids)
    for (const id of customerIds)
      if (on) next.add(id)
      else next.delete(id)
    setIds(next)
  }
  const allShown = shown.length > 0 && shown.every(({ customerId }) => ids.has(customerId))
  const setShown = () =>
    set(
      shown.map(({ customerId }) => customerId),
      !allShown,
    )
  const next = () => count > 0 && onChange({ ...draft, step: 'receivers' })
  useShortcuts(t('reassignments.customersStep'), [
    {
      keys: 'a',
      label: t(allShown ? 'reassignments.dropShown' : 'reassignments.chooseShown'),
      run: setShown,
      when: shown.length > 0,
    },
    { keys: 'mod+Enter', label: t('reassignments.next'), run: next, inFields: true, when: count > 0 },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const isTable = (event.target as HTMLElement).getAttribute('role') === 'grid'
    if (event.key !== ' ' || !isTable || selectedId === null) return
    event.preventDefault()
    set([selectedId], !ids.has(selectedId))
  }
  const columns: Column<HeldCustomer>[] = [
    {
      key: 'chosen',
      header: (
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('reassignments.chooseShown')}
          checked={allShown}
          indeterminate={!allShown && shown.some(({ customerId }) => ids.has(customerId))}
          disabled={shown.length === 0}
          onChange={setShown}
        />
      ),
      width: '36px',
      render: (row) => (
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('reassignments.choose', { name: row.name })}
          checked={ids.has(row.customerId)}
          onChange={(event) => set([row.customerId], event.currentTarget.checked)}
        />
      ),
    },
    {
      key: 'grade',
      header: t('reassignments.grade'),
      width: '70px',
      render: (row) => <GradeBadge grade={row.grade} size="sm" />,
    },
    {
      key: 'name',
      header: t('reassignments.customer'),
      width: 'minmax(120px, 1fr)',
      render: (row) => row.name,
    },
    {
      key: 'plan',
      header: t('reassignments.nextPlan'),
      width: 'minmax(120px, 1fr)',
      render: (row) =>
        row.nextPlanOn ? (
          <DueDate on={row.nextPlanOn} due={row.nextPlanOn <= today} />
        ) : (
          <span className={classes.quiet}>{t('reassignments.noPlan')}</span>
        ),
    },
  ]
  const grades = [
    { value: '', label: t('reassignments.allGrades') },
    ...policy.grades.map(({ code }) => ({ value: code, label: code })),
    { value: without, label: t('reassignments.noGrade') },
  ]
  return (
    <>
      <PageTitle title={t('reassignments.titleOf', { name: from.name })}>
        <span>1 / 2 · {t('reassignments.customersStep')}</span>
      </PageTitle>
      <ListToolbar
        shown={shown.length}
        total={rows.length}
        actions={
          <Button
            variant="default"
            disabled={shown.length === 0}
            onClick={setShown}
            rightSection={<KeyHint keys="a" />}
          >
            {t(allShown ? 'reassignments.dropShown' : 'reassignments.chooseShown')}
          </Button>
        }
      >
        <TextInput
          size="xs"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('reassignments.search')}
          aria-label={t('reassignments.search')}
        />
        <NativeSelect
          size="xs"
          value={grade}
          onChange={(event) => setGrade(event.currentTarget.value)}
          data={grades}
          aria-label={t('reassignments.grade')}
        />
      </ListToolbar>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingRows rows={14} />}
      {data && (
        <div ref={tableRef} className={classes.fill} onKeyDown={onKeyDown}>
          <DataTable
            label={t('reassignments.heldList')}
            columns={columns}
            items={shown}
            keyOf={({ customerId }) => customerId}
            selectedKey={selectedId}
            onSelect={({ customerId }) => setSelectedId(customerId)}
            onOpen={({ customerId }) => set([customerId], !ids.has(customerId))}
            empty={
              rows.length === 0 ? (
                <EmptyState title={t('reassignments.heldNone')} hint={t('reassignments.heldNoneHint')} />
              ) : (
                <EmptyState
                  title={t('reassignments.heldFiltered')}
                  hint={t('reassignments.heldFilteredHint')}
                />
              )
            }
          />
        </div>
      )}
      <StepFoot summary={t('reassignments.chosen', { count, total: rows.length })}>
        <Button variant="default" onClick={onClose}>
          {t('reassignments.cancel')}
        </Button>
        <Button disabled={count === 0} onClick={next} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('reassignments.next')}
        </Button>
      </StepFoot>
    </>
  )
}
