import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { AppointmentsTab } from './AppointmentsTab.tsx'
import { CallsTab } from './CallsTab.tsx'
import { ImportTab } from './ImportTab.tsx'
import { leadTabs, readLeadSearch, type LeadTab } from './lead-search.ts'
import { LeadsTab } from './LeadsTab.tsx'

/** 线索: what waits for its first contact, who is expected, the calls of the day, and ledgers of leads; each by its right. */
export function LeadsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { staff } = useSession()
  const rights: Readonly<Record<LeadTab, boolean>> = {
    list: useCan('lead.read'),
    appointments: useCan('appointment.read'),
    calls: useCan('lead.read'),
    import: useCan('lead.assign'),
  }
  const search = readLeadSearch({ ...useSearch({ from: '/frame/leads' }) })
  const tabs = leadTabs.filter((tab) => rights[tab])
  const tab = tabs.find((each) => each === search.tab) ?? tabs[0]
  const isPart = tabs.length === 1
  const go = (next: LeadTab) =>
    void navigate({ to: '/leads', search: next === 'list' ? {} : { tab: next }, replace: true })
  useShortcuts(
    t('leads.tabs'),
    (isPart ? [] : tabs).map((each, index) => ({
      keys: String(index + 1),
      label: t(`leads.tab.${each}`),
      run: () => go(each),
    })),
  )
  // 前台 has the visits that are expected, and nothing to choose.
  if (isPart) return <AppointmentsTab title={t('leads.visits.list')} tabs={null} />
  const title = t(staff.role === 'consultant' ? 'leads.ownTitle' : 'leads.title')
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('leads.tabs')}
      value={tab}
      onChange={go}
      data={tabs.map((value, index) => ({
        value,
        label: (
          <>
            {t(`leads.tab.${value}`)} <KeyHint keys={String(index + 1)} />
          </>
        ),
      }))}
    />
  )
  if (tab === 'appointments') return <AppointmentsTab title={title} tabs={choice} />
  if (tab === 'calls') return <CallsTab title={title} tabs={choice} search={search} />
  if (tab === 'import') return <ImportTab title={title} tabs={choice} onDone={() => go('list')} />
  return <LeadsTab title={title} tabs={choice} search={search} />
}
