import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan, useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { AppointmentsTab } from './AppointmentsTab.tsx'
import { CallsTab } from './CallsTab.tsx'
import { ImportTab } from './ImportTab.tsx'
import { leadTabs, readLeadSearch, type LeadTab } from './lead-search.ts'
import { LeadsTab } from './LeadsTab.tsx'

/** 线索: what waits for its first contact, who is expected, the calls of the day, and ledgers of leads. */
export function LeadsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { staff } = useSession()
  const mayImport = useCan('lead.assign')
  const search = readLeadSearch({ ...useSearch({ from: '/frame/leads' }) })
  const tabs = leadTabs.filter((tab) => tab !== 'import' || mayImport)
  const tab = search.tab && tabs.includes(search.tab) ? search.tab : 'list'
  const go = (next: LeadTab) =>
    void navigate({ to: '/leads', search: next === 'list' ? {} : { tab: next }, replace: true })
  useShortcuts(
    t('leads.tabs'),
    tabs.map((each, index) => ({
      keys: String(index + 1),
      label: t(`leads.tab.${each}`),
      run: () => go(each),
    })),
  )
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
