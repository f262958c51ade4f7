import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/use-pages.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ExportButton } from '../../ui/exports/ExportButton.tsx'
import { LinesAndDetails } from '../../ui/lists/LinesAndDetails.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import type { Claim, ClaimAct } from './claim.ts'
import { ClaimDetails } from './ClaimDetails.tsx'
import { ClaimRow } from './ClaimRow.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { OwnershipTabs } from './OwnershipTabs.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const dialogs = { answer: AnswerDialog, withdraw: WithdrawDialog, decide: DecideDialog } as const

/** 工作联系单: the owner answers, the claimant withdraws, the director decides. */
export function ClaimsTab({ claimId }: { readonly claimId: string | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  // A claim that the address names may be decided already.
  const [openOnly, setOpenOnly] = useState(claimId === null)
  const list = usePages('claims.list', openOnly ? { open: true } : {}, { keepLast: true })
  const [selectedId, setSelectedId] = useState(claimId)
  const [acting, setActing] = useState<{ readonly act: ClaimAct; readonly claim: Claim } | null>(null)
  const selected = list.rows.find((row) => row.claimId === selectedId) ?? list.rows[0]
  const act = (kind: ClaimAct) => selected?.abilities[kind] && setActing({ act: kind, claim: selected })
  const open = () => {
    if (!selected || selected.masked) return
    void navigate({ to: '/customers/$customerId', params: { customerId: selected.customerId } })
  }
  const keysOf = { answer: 'a', withdraw: 'w', decide: 'd' } as const
  useShortcuts(t('ownership.tabs.claims'), [
    ...(['answer', 'withdraw', 'decide'] as const).map((kind) => ({
      keys: keysOf[kind],
      label: t(`ownership.claim.${kind}`),
      run: () => void act(kind),
      when: selected?.abilities[kind] === true,
    })),
    { keys: 'k', label: t('ownership.openCard'), run: open, when: selected?.masked === false },
  ])
  const Dialog = acting && dialogs[acting.act]
  return (
    <>
      <PageTitle title={t('ownership.title')} actions={<OwnershipTabs current="claims" />} />
      <ListToolbar
        {...(list.pending || list.failure ? {} : { total: list.total })}
        actions={
          <ExportButton
            list="claims"
            filter={openOnly ? { open: true } : {}}
            total={list.pending ? undefined : list.total}
          />
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={t('ownership.claim.list')}
          value={openOnly ? 'open' : 'all'}
          onChange={(value) => setOpenOnly(value === 'open')}
          data={[
            { value: 'open', label: t('ownership.claim.onlyOpen') },
            { value: 'all', label: t('ownership.claim.all') },
          ]}
        />
      </ListToolbar>
      <LinesAndDetails
        name="claims"
        listShare={42}
        list={list}
        label={t('ownership.claim.list')}
        keyOf={({ claimId: key }) => key}
        renderItem={(row) => <ClaimRow claim={row} />}
        selected={selected}
        onSelect={(row) => setSelectedId(row.claimId)}
        onOpen={open}
        empty={
          <EmptyState
            title={t(openOnly ? 'ownership.claim.noneOpen' : 'ownership.claim.none')}
            hint={t('ownership.claim.noneHint')}
          />
        }
        detailsLabel={t('ownership.claim.details')}
        renderDetails={(row) => <ClaimDetails claim={row} onAct={act} />}
      />
      {acting && Dialog && (
        <Dialog
          claim={acting.claim}
          onClose={() => setActing(null)}
          onDone={(message) => {
            setSelectedId(acting.claim.claimId)
            setActing(null)
            toast(message)
          }}
        />
      )}
    </>
  )
}
