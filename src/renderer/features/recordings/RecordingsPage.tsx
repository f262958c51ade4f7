import { SegmentedControl } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { WatchedFolder } from '../../ui/recordings/WatchedFolder.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { MatchDialog } from './MatchDialog.tsx'
import { tabNames, tabs, type Recording, type Tab } from './recording.ts'
import { RecordingDetails } from './RecordingDetails.tsx'
import classes from './Recordings.module.css'
import { RecordingTable } from './RecordingTable.tsx'
import { ScanButton } from './ScanButton.tsx'

/** 电话录音: what waits for its follow-up, what is lost, and everything else. */
export function RecordingsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayManage = useCan('recording.manage')
  const mayMatch = useCan('recording.attach')
  const [tab, setTab] = useSessionStorage<Tab>({
    key: 'showroom.recordings',
    defaultValue: 'unmatched',
    getInitialValueInEffect: false,
  })
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [matching, setMatching] = useState<Recording | null>(null)
  const { rows, total, pending, failure, readAgain, readMore } = usePages('recordings.list', tabs[tab])
  const selected = rows.find((row) => row.recordingId === selectedId) ?? rows[0]
  const open = ({ customerId }: Recording) => {
    if (customerId !== null) void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  useShortcuts(t('recordings.title'), [
    {
      keys: 'm',
      label: t('recordings.match'),
      run: () => selected && setMatching(selected),
      when: mayMatch && selected?.followUpId === null,
    },
    ...tabNames.map((name, index) => ({
      keys: String(index + 1),
      label: t(`recordings.${name}`),
      run: () => setTab(name),
    })),
  ])
  const list = (
    <div className={classes.list}>
      <ListToolbar total={pending || failure ? undefined : total}>
        <SegmentedControl
          size="xs"
          aria-label={t('recordings.list')}
          data={tabNames.map((value, index) => ({
            value,
            label: (
              <>
                {t(`recordings.${value}`)} <KeyHint keys={String(index + 1)} />
              </>
            ),
          }))}
          value={tab}
          onChange={(value) => setTab(value)}
        />
      </ListToolbar>
      {failure ? (
        <ErrorState error={failure} onRetry={readAgain} />
      ) : pending ? (
        <LoadingRows rows={12} />
      ) : (
        <RecordingTable
          tab={tab}
          rows={rows}
          selectedKey={selected?.recordingId ?? null}
          onSelect={(row) => setSelectedId(row.recordingId)}
          onOpen={open}
          onEnd={readMore}
        />
      )}
    </div>
  )
  return (
    <>
      <PageTitle
        title={t('recordings.title')}
        actions={
          <>
            <ExportButton list="recordings" filter={tabs[tab]} total={pending ? undefined : total} />
            {mayMatch && <ScanButton />}
          </>
        }
      />
      {mayManage && <WatchedFolder />}
      <SplitView
        name="recordings"
        listShare={60}
        detailsLabel={t('recordings.player', { name: '' })}
        list={list}
        details={
          selected ? (
            <RecordingDetails
              recording={selected}
              mayMatch={mayMatch}
              onMatch={() => setMatching(selected)}
            />
          ) : (
            <EmptyState title={t('recordings.title')} hint={t('recordings.emptyAllHint')} />
          )
        }
      />
      {matching && <MatchDialog recording={matching} onClose={() => setMatching(null)} />}
    </>
  )
}
