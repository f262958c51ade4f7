import { SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { relations, type Relation } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card } from '../../ui/customer/card.ts'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

const typingMs = 150
const found = 20

/** Links a close relative who is a customer already: found like any customer, by name, pinyin or phone. */
export function RelativeDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const link = useCommand('customers.linkRelative')
  const errors = useFieldErrors(link.failure)
  const [relation, setRelation] = useState<Relation>('spouse')
  const [relativeId, setRelativeId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), typingMs)
  const { customerId, name } = card.customer
  const search = useQuery(
    'customers.search',
    { text: asked, limit: found },
    { enabled: asked !== '', keepLast: true },
  )
  const known = new Set([customerId, ...card.relatives.map((each) => each.customerId)])
  const people = (search.data?.rows ?? []).filter((each) => !known.has(each.customerId))
  const save = async () => {
    if (!relativeId) return
    const done = await link.run({ customerId, relativeId, relation })
    if (!done.ok) return
    toast(t('customers.linked'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('customers.linkTitle', { name: name ?? '' })}
      confirmLabel={t('customers.linkRelative')}
      onConfirm={() => void save()}
      pending={link.pending}
      failure={link.failure}
      disabled={relativeId === null}
    >
      <Stack gap="sm">
        <Select
          label={t('customers.relativeWho')}
          placeholder={t('customers.relativeSearch')}
          data={people.map((each) => ({
            value: each.customerId,
            label: [each.name, each.phone && formatPhone(each.phone)].filter(Boolean).join(' · '),
          }))}
          value={relativeId}
          onChange={setRelativeId}
          searchable
          searchValue={text}
          onSearchChange={setText}
          // What was found fits the pinyin or the phone, not always the letters shown.
          filter={({ options }) => options}
          nothingFoundMessage={asked === '' ? t('customers.relativeSearch') : t('customers.nobodyFound')}
          error={errors('relativeId')}
          data-autofocus
        />
        <div>
          <Text size="sm" id="relation">
            {t('customers.relationIs')}
          </Text>
          <SegmentedControl
            aria-labelledby="relation"
            data={relations.map((value) => ({ value, label: t(`codes.relation.${value}`) }))}
            value={relation}
            onChange={(value) => setRelation(value)}
          />
        </div>
        <Text c="dimmed">{t('customers.relativesHint')}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
