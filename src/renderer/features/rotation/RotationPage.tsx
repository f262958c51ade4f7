import { Button, SegmentedControl } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconScreenShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { openBigScreen } from '../../api/big-screen.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useToday } from '../../api/use-session.ts'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { OrderTab } from './OrderTab.tsx'
import type { Board } from './place.ts'
import classes from './Rotation.module.css'
import { SequenceTab } from './SequenceTab.tsx'

type View = 'order' | 'sequence'

/** 轮排 (R-11.3 … ): who receives next and why, who must clear what, and how the day went. */
export function RotationPage() {
  const { t } = useTranslation()
  const today = useToday()
  const mayLeads = useCan('lead.read')
  const [view, setView] = useSessionStorage<View>({
    key: 'showroom.rotation.view',
    defaultValue: 'order',
    getInitialValueInEffect: false,
  })
  const [desk, setDesk] = useSessionStorage<Board['desk']>({
    key: 'showroom.rotation.desk',
    defaultValue: 'showroom',
    getInitialValueInEffect: false,
  })
  const shownDesk = mayLeads ? desk : 'showroom'
  const [chosenOn, choose] = useState<BusinessDate | null>(null)
  const on = chosenOn ?? today
  const sequence = { desk: shownDesk, on }
  const happened = useQuery('rotation.history', sequence, { enabled: view === 'sequence' })
  const open = async () => {
    try {
      const isElsewhere = await openBigScreen()
      toast(t(isElsewhere ? 'rotation.bigScreenOpened' : 'rotation.bigScreenBeside'))
    } catch {
      toast(t('rotation.bigScreenFailed'), 'warn')
    }
  }
  const other = view === 'order' ? 'sequence' : 'order'
  useShortcuts(t('rotation.title'), [
    { keys: 'b', label: t('rotation.bigScreen'), run: () => void open() },
    { keys: 'v', label: t(`rotation.${other}`), run: () => setView(other) },
  ])
  return (
    <>
      <PageTitle
        title={t('rotation.title')}
        actions={
          <>
            {view === 'sequence' && (
              <ExportButton list="rotation" filter={sequence} total={happened.data?.rows.length} />
            )}
            <Button
              variant="default"
              leftSection={<IconScreenShare size={16} aria-hidden />}
              rightSection={<KeyHint keys="b" />}
              onClick={() => void open()}
            >
              {t('rotation.bigScreen')}
            </Button>
          </>
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={t('rotation.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'order', label: t('rotation.order') },
            { value: 'sequence', label: t('rotation.sequence') },
          ]}
        />
        <KeyHint keys="v" />
        {mayLeads && (
          <SegmentedControl
            size="xs"
            aria-label={t('rotation.desk')}
            value={desk}
            onChange={setDesk}
            data={[
              { value: 'showroom', label: t('codes.desk.showroom') },
              { value: 'leads', label: t('codes.desk.leads') },
            ]}
          />
        )}
        {view === 'sequence' && (
          <span className={classes.days}>
            <DayWalk
              label={t('rotation.date')}
              on={on}
              onChange={(next) => choose(next === today ? null : next)}
            />
          </span>
        )}
      </PageTitle>
      {view === 'order' ? <OrderTab desk={shownDesk} /> : <SequenceTab desk={shownDesk} on={on} />}
    </>
  )
}
