import { Button, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { AccessDialog } from './AccessDialog.tsx'
import { SecretDialog, type Secret } from './SecretDialog.tsx'
import { StaffForm, type Editing } from './StaffForm.tsx'
import { StaffTable } from './StaffTable.tsx'
import type { Access, StaffRow } from './staff-row.ts'

const most = 500

/** Accounts, teams and rest days; an administrator manages them, the others look. */
export function StaffPage() {
  const { t } = useTranslation()
  const mayManage = useCan('staff.manage')
  const list = useQuery('staff.list', { limit: most })
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [access, setAccess] = useState<Access | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const rows = list.data?.rows ?? []
  const add = () => setEditing({ row: null })
  const edit = (row: StaffRow) => mayManage && setEditing({ row })
  useShortcuts(t('staff.title'), [{ keys: 'n', label: t('staff.add'), run: add, when: mayManage }])
  return (
    <>
      <PageTitle
        title={t('staff.title')}
        actions={
          mayManage && (
            <Button
              onClick={add}
              leftSection={<IconUserPlus size={15} aria-hidden />}
              rightSection={<KeyHint keys="n" />}
            >
              {t('staff.add')}
            </Button>
          )
        }
      >
        {list.data && <Text c="dimmed">{list.data.total}</Text>}
      </PageTitle>
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows />}
      {list.data && (
        <StaffTable
          rows={rows}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.staffId)}
          onEdit={edit}
          onAccess={(act, row) => setAccess({ act, row })}
          empty={<EmptyState title={t('staff.empty')} hint={t('staff.emptyHint')} />}
        />
      )}
      {editing && (
        <StaffForm
          key={editing.row?.staffId ?? 'new'}
          editing={editing}
          colleagues={rows}
          onClose={() => setEditing(null)}
          onAdded={(added) => {
            setEditing(null)
            setSecret(added)
          }}
        />
      )}
      {access && (
        <AccessDialog
          access={access}
          onClose={() => setAccess(null)}
          onSecret={(next) => {
            setAccess(null)
            setSecret(next)
          }}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}
