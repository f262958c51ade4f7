import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { VirtualList } from '../../ui/lists/VirtualList.tsx'
import { ContactDetails } from './ContactDetails.tsx'
import { ContactForm, emptyContact } from './ContactForm.tsx'
import { ContactRow } from './ContactRow.tsx'
import classes from './Ownership.module.css'
import { OwnershipTabs } from './OwnershipTabs.tsx'

/** 他人客户: what a consultant said to customers who are not his, and the claims that can rest on it. */
export function ContactsTab() {
  const { t } = useTranslation()
  const list = usePages('claims.contacts', {})
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [recording, setRecording] = useState(false)
  const [draft, setDraft] = useState(emptyContact)
  const selected = list.rows.find((row) => row.followUpId === selectedId) ?? list.rows[0]
  useShortcuts(t('ownership.tabs.contacts'), [
    { keys: 'n', label: t('ownership.contact.record'), run: () => setRecording(true), when: !recording },
    {
      keys: 'Escape',
      label: t('common.cancel'),
      run: () => setRecording(false),
      inFields: true,
      when: recording,
    },
  ])
  const record = (
    <Button onClick={() => setRecording(true)} rightSection={<KeyHint keys="n" />}>
      {t('ownership.contact.record')}
    </Button>
  )
  const rows = () => {
    if (list.failure) return <ErrorState error={list.failure} onRetry={list.readAgain} />
    if (list.pending) return <LoadingRows rows={10} rowHeight={52} />
    if (list.rows.length === 0)
      return (
        <EmptyState title={t('ownership.contact.none')} hint={t('ownership.contact.noneHint')}>
          {!recording && record}
        </EmptyState>
      )
    return (
      <VirtualList
        label={t('ownership.contact.list')}
        items={list.rows}
        keyOf={(row) => row.followUpId}
        rowHeight={52}
        renderItem={(row) => <ContactRow contact={row} />}
        selectedKey={recording ? null : (selected?.followUpId ?? null)}
        onSelect={(row) => {
          setRecording(false)
          setSelectedId(row.followUpId)
        }}
        onOpen={() => document.getElementById('claim-statement')?.focus()}
        onEnd={list.readMore}
      />
    )
  }
  const details = () => {
    if (recording)
      return (
        <ContactForm
          draft={draft}
          onChange={setDraft}
          onCancel={() => setRecording(false)}
          onDone={(followUpId) => {
            setRecording(false)
            setDraft(emptyContact)
            setSelectedId(followUpId)
            toast(t('ownership.contact.saved'))
          }}
        />
      )
    if (!selected) return <EmptyState title={t('ownership.contact.choose')} />
    return <ContactDetails key={selected.followUpId} contact={selected} />
  }
  return (
    <>
      <PageTitle
        title={t('ownership.title')}
        actions={
          <>
            {!recording && list.rows.length > 0 && record}
            <OwnershipTabs current="contacts" keys={!recording} />
          </>
        }
      />
      <SplitView
        name="contacts"
        listShare={42}
        detailsLabel={t('ownership.contact.details')}
        list={<div className={classes.list}>{rows()}</div>}
        details={details()}
      />
    </>
  )
}
