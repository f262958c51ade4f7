import { SegmentedControl } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { useSession } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import {
  readRectificationSearch,
  rectificationTabs as tabs,
  type RectificationTab,
} from './rectification-search.ts'
import { Reports } from './Reports.tsx'
import { Suspensions } from './Suspensions.tsx'

const keys = { reports: '1', suspensions: '2' } as const

/** What follows a penalty besides money: rectification reports 整改报告, and suspensions for study 待岗学习. */
export function RectificationsPage() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const navigate = useNavigate()
  const search = readRectificationSearch({ ...useSearch({ from: '/frame/rectifications' }) })
  const [lastTab, setLastTab] = useSessionStorage<RectificationTab>({
    key: 'showroom.rectifications.tab',
    defaultValue: 'reports',
    getInitialValueInEffect: false,
  })
  const tab = search.tab ?? lastTab
  const setTab = (next: RectificationTab) => {
    setLastTab(next)
    void navigate({ to: '/rectifications', search: {}, replace: true })
  }
  const isOwn = reachOf(staff.role, 'rectification.read') === 'own'
  useShortcuts(
    t('rectifications.tabs'),
    tabs.map((each) => ({ keys: keys[each], label: t(`rectifications.${each}`), run: () => setTab(each) })),
  )
  return (
    <>
      <PageTitle title={t(isOwn ? 'rectifications.ownTitle' : 'rectifications.title')}>
        <SegmentedControl
          size="xs"
          aria-label={t('rectifications.tabs')}
          value={tab}
          onChange={(value) => setTab(tabs.find((each) => each === value) ?? 'reports')}
          data={tabs.map((each) => ({
            value: each,
            label: (
              <>
                {t(`rectifications.${each}`)} <KeyHint keys={keys[each]} />
              </>
            ),
          }))}
        />
      </PageTitle>
      {tab === 'reports' ? (
        <Reports isOwn={isOwn} asked={search.id} />
      ) : (
        <Suspensions isOwn={isOwn} asked={search.id} />
      )}
    </>
  )
}
