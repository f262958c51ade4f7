import { Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import type { Card } from '../customer/card.ts'
import { formatPhone } from '../marks/Phone.tsx'

const typingMs = 150
const found = 20

/** 合并…: who is the same person as the one on the card; the two are then compared, and merged only there (R-3.4a). */
export function MergeWithDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { customerId, name, area } = card.customer
  const [otherId, setOtherId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), typingMs)
  const search = useQuery(
    'customers.search',
    { text: asked, limit: found },
    { enabled: asked !== '', keepLast: true },
  )
  // Whoever looks like him is proposed before anything is typed.
  const like = useQuery('duplicates.check', {
    customerId,
    ...(name ? { name } : {}),
    ...(area ? { area } : {}),
    ...(card.customer.plate ? { plate: card.customer.plate } : {}),
  })
  const alike = (like.data?.matches ?? []).filter(({ mayOpen }) => mayOpen)
  const people = asked === '' ? alike : (search.data?.rows ?? []).filter(({ masked }) => !masked)
  const compare = () => {
    if (otherId) void navigate({ to: '/duplicates', search: { keptId: customerId, droppedId: otherId } })
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('duplicates.mergeWithTitle', { name: name ?? '' })}
      confirmLabel={t('duplicates.compare')}
      onConfirm={compare}
      disabled={otherId === null}
    >
      <Select
        label={t('duplicates.mergeWithWho')}
        placeholder={t('duplicates.mergeWithSearch')}
        data={people
          .filter((each) => each.customerId !== customerId)
          .map((each) => ({
            value: each.customerId,
            label: [each.name, each.phone && formatPhone(each.phone), each.ownerName]
              .filter(Boolean)
              .join(' · '),
          }))}
        value={otherId}
        onChange={setOtherId}
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage={asked === '' ? t('duplicates.mergeWithSearch') : t('duplicates.nobodyFound')}
        data-autofocus
      />
      <Text c="dimmed" mt="sm">
        {t('duplicates.mergeWithHint')}
      </Text>
    </ConfirmDialog>
  )
}
