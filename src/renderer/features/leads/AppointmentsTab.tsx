import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/time/business-date.ts'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { AddLead } from '../../ui/leads/AddLead.tsx'
import { NoShowDialog } from './NoShowDialog.tsx'
import type { TabProps } from './tab.ts'
import { useAppointmentColumns } from './use-appointment-columns.tsx'

type Appointment = RowOf<'appointments.list'>

const spans = ['today', 'week', 'past'] as const
type Span = (typeof spans)[number]
const spanDays = 7

/** 到店预约: who is expected, who has been asked whether he comes, and who did not come. */
export function AppointmentsTab({ title, tabs }: TabProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const [span, setSpan] = useState<Span>('today')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [marking, setMarking] = useState<Appointment | null>(null)
  const asked =
    span === 'today'
      ? { on: today }
      : span === 'week'
        ? { from: today, until: addDays(today, spanDays) }
        : { from: addDays(today, -spanDays), until: addDays(today, -1) }
  const list = usePages('appointments.list', asked, { keepLast: true })
  const columns = useAppointmentColumns(span !== 'today')
  const selected = list.rows.find(({ appointmentId }) => appointmentId === selectedId) ?? list.rows[0]
  const mayMark = selected?.abilities.noShow ?? false
  const open = (row: Appointment) => {
    if (row.mayOpen) void navigate({ to: '/customers/$customerId', params: { customerId: row.customerId } })
  }
  const total = list.pending || list.failure ? undefined : list.total
  useShortcuts(t('leads.visits.list'), [
    {
      keys: 'x',
      label: t('leads.visits.noShow'),
      run: () => selected && setMarking(selected),
      when: mayMark,
    },
    {
      keys: 'k',
      label: t('leads.openCard'),
      run: () => selected && open(selected),
      when: selected?.mayOpen ?? false,
    },
  ])
  return (
    <>
      <PageTitle
        title={title}
        actions={
          <>
            <AddLead />
            <ExportButton list="appointments" filter={asked} total={total} />
            <Button
              disabled={!mayMark}
              onClick={() => selected && setMarking(selected)}
              rightSection={<KeyHint keys="x" />}
            >
              {t('leads.visits.noShow')}
            </Button>
          </>
        }
      >
        {tabs}
      </PageTitle>
      <ListToolbar {...(total === undefined ? {} : { total })}>
        <ChoiceGroup
          label={t('leads.visits.span')}
          labelHidden
          value={span}
          onChange={setSpan}
          choices={spans.map((value) => ({ value, label: t(`leads.visits.${value}`) }))}
        />
      </ListToolbar>
      {list.failure && <ErrorState error={list.failure} onRetry={list.readAgain} />}
      {list.pending && <LoadingRows rows={12} />}
      {!list.pending && !list.failure && (
        <DataTable
          label={t('leads.visits.list')}
          columns={columns}
          items={list.rows}
          keyOf={({ appointmentId }) => appointmentId}
          selectedKey={selected?.appointmentId ?? null}
          onSelect={({ appointmentId }) => setSelectedId(appointmentId)}
          onOpen={open}
          onEnd={list.readMore}
          empty={<EmptyState title={t('leads.visits.none')} hint={t('leads.visits.noneHint')} />}
        />
      )}
      {marking && <NoShowDialog appointment={marking} onClose={() => setMarking(null)} />}
    </>
  )
}
