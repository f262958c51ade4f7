import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { formatPhone } from '../../ui/marks/Phone.tsx'

const typingMs = 150
const found = 20
export const customerPickId = 'form-customer'

interface CustomerPickProps {
  readonly value: string | null
  /** His name, while the search does not tell it. */
  readonly name: string | undefined
  readonly onChange: (customerId: string) => void
}

/** Whose card: found by name, pinyin or the end of a phone. */
export function CustomerPick({ value, name, onChange }: CustomerPickProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), typingMs)
  const search = useQuery(
    'customers.search',
    { ...(asked === '' ? {} : { text: asked }), limit: found },
    { keepLast: true },
  )
  const options = (search.data?.rows ?? [])
    .filter(({ masked }) => !masked)
    .map((each) => ({
      value: each.customerId,
      label: [each.name, each.phone && formatPhone(each.phone)].filter(Boolean).join(' · '),
    }))
  const known = value === null || name === undefined || options.some((each) => each.value === value)
  return (
    <Select
      id={customerPickId}
      aria-label={t('forms.customer')}
      placeholder={t('forms.findCustomer')}
      data={known ? options : [{ value, label: name }, ...options]}
      value={value}
      onChange={(customerId) => customerId && onChange(customerId)}
      searchable
      onSearchChange={(typed) => setText(typed.split(' · ')[0] ?? '')}
      filter={({ options: all }) => all}
      allowDeselect={false}
      size="xs"
      w={260}
    />
  )
}
