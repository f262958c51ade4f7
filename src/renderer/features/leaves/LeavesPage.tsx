import { Button } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { LeaveTable } from './LeaveTable.tsx'
import { RequestDialog } from './RequestDialog.tsx'
import { TeamCalendar } from './TeamCalendar.tsx'

/** 休假与交接 (section 6): leaves asked for and confirmed, and the team's days. */
export function LeavesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayAsk = useCan('leave.request')
  const isOwn = useSession().staff.role === 'consultant'
  const [view, setView] = useSessionStorage<'list' | 'calendar'>({
    key: 'showroom.leaves.view',
    defaultValue: 'list',
    getInitialValueInEffect: false,
  })
  const [asking, setAsking] = useState(false)
  const ask = t(isOwn ? 'leaves.ask' : 'leaves.askFor')
  const mayExport = useCan('list.export')
  const counted = useQuery('leaves.list', { limit: 1 }, { enabled: mayExport && view === 'list' })
  const other = view === 'list' ? 'calendar' : 'list'
  useShortcuts(t('leaves.title'), [
    { keys: 'n', label: ask, run: () => setAsking(true), when: mayAsk },
    {
      keys: 'v',
      label: t(other === 'list' ? 'leaves.listTab' : 'leaves.calendarTab'),
      run: () => setView(other),
    },
  ])
  return (
    <>
      <PageTitle
        title={t('leaves.title')}
        actions={
          <>
            {view === 'list' && <ExportButton list="leaves" total={counted.data?.total} />}
            {mayAsk && (
              <Button onClick={() => setAsking(true)} rightSection={<KeyHint keys="n" />}>
                {ask}
              </Button>
            )}
          </>
        }
      >
        <ChoiceGroup
          label={t('leaves.view')}
          labelHidden
          value={view}
          onChange={setView}
          choices={[
            { value: 'list', label: t('leaves.listTab') },
            { value: 'calendar', label: t('leaves.calendarTab') },
          ]}
        />
        <KeyHint keys="v" />
      </PageTitle>
      {view === 'list' ? <LeaveTable /> : <TeamCalendar />}
      {asking && (
        <RequestDialog
          title={ask}
          onClose={() => setAsking(false)}
          onDone={(leaveId) => void navigate({ to: '/leaves/$leaveId', params: { leaveId } })}
        />
      )}
    </>
  )
}
