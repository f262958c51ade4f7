import { SegmentedControl } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { LedgerTab } from './LedgerTab.tsx'
import { MonthTab } from './MonthTab.tsx'
import classes from './Penalties.module.css'
import { WaitingTab } from './WaitingTab.tsx'

const tabs = ['waiting', 'ledger', 'month'] as const
type Tab = (typeof tabs)[number]

/** 考核: what waits for the director, the ledger, and the month of each person (R-8.4 … ). */
export function PenaltiesPage() {
  const { t } = useTranslation()
  const mayPreview = useCan('penalty.preview')
  const mayApprove = useCan('penalty.approve')
  const shown = tabs.filter((tab) => tab !== 'waiting' || mayPreview)
  const [kept, setTab] = useSessionStorage<Tab>({
    key: 'showroom.penalties.tab',
    defaultValue: mayApprove ? 'waiting' : 'ledger',
    getInitialValueInEffect: false,
  })
  const tab = shown.includes(kept) ? kept : 'ledger'
  useShortcuts(
    t('penalties.title'),
    shown.map((each, index) => ({
      keys: `${index + 1}`,
      label: t(`penalties.${each}Tab`),
      run: () => setTab(each),
    })),
  )
  return (
    <>
      <PageTitle title={t('penalties.title')}>
        <SegmentedControl
          className={classes.tabs}
          aria-label={t('penalties.tabs')}
          size="xs"
          value={tab}
          onChange={(value) => {
            const next = shown.find((each) => each === value)
            if (next) setTab(next)
          }}
          data={shown.map((each, index) => ({
            value: each,
            label: (
              <>
                {t(`penalties.${each}Tab`)} <KeyHint keys={`${index + 1}`} />
              </>
            ),
          }))}
        />
      </PageTitle>
      {tab === 'waiting' && <WaitingTab />}
      {tab === 'ledger' && <LedgerTab />}
      {tab === 'month' && <MonthTab onWaiting={() => setTab('waiting')} />}
    </>
  )
}
