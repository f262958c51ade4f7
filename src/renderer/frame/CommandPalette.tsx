import { Spotlight } from '@mantine/spotlight'
import { IconCommand } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api/use-query.ts'
import { useCan, useSession } from '../api/use-session.ts'
import { GradeBadge } from '../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../ui/keys/KeyHint.tsx'
import { formatPhone } from '../ui/marks/Phone.tsx'
import { useShortcutGroups } from '../ui/keys/use-shortcuts.ts'
import { labelOf, numbered, type NavEntry } from './navigation.tsx'
import { markFirstLine, paletteStore, runMarkedLine } from './palette.ts'

const mostCustomers = 8

/** Ctrl K: finds a customer as one types, and runs any command by its name. */
export function CommandPalette({ entries }: { readonly entries: readonly NavEntry[] }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const text = query.trim()
  const mayFind = useCan('customer.read')
  const found = useQuery(
    'customers.search',
    { text, limit: mostCustomers },
    { enabled: mayFind && text !== '', keepLast: true },
  )
  const customers = text === '' ? [] : (found.data?.rows ?? [])
  const groups = useShortcutGroups()

  const pages = entries.map((entry, index) => ({
    keys: index < numbered ? `alt+${index + 1}` : null,
    label: t(`frame.nav.${labelOf(entry, staff.role)}`),
    run: () => void navigate({ to: entry.to }),
  }))
  const ofPage = groups
    .flatMap((group) => group.shortcuts)
    .filter(({ keys }) => keys !== 'mod+K' && !/^alt\+\d$/.test(keys))
  const named = [...pages, ...ofPage].filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
  const isBehind = mayFind && text !== '' && (found.isPending || found.isPlaceholderData)
  const listed = [
    ...customers.map(({ customerId, opportunityId }) => `${customerId} ${opportunityId ?? ''}`),
    ...named.map(({ keys, label }) => `${keys ?? ''} ${label}`),
  ].join('|')
  // Enter before the answer is there means its first line, not the first line of what was found for the letters before.
  const entered = useRef<string | null>(null)
  useEffect(() => {
    if (listed !== '') markFirstLine()
    if (isBehind) return
    if (entered.current === text && text !== '') runMarkedLine()
    entered.current = null
  }, [listed, isBehind, text])
  const waitForAnswer = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isBehind) return
    event.preventDefault()
    event.stopPropagation()
    entered.current = text
  }
  return (
    <Spotlight.Root
      closeOnClickOutside
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      overlayProps={{ blur: 0 }}
      attributes={{ content: { 'aria-label': t('frame.searchTitle') } }}
    >
      <Spotlight.Search
        aria-label={t('frame.searchTitle')}
        placeholder={t(mayFind ? 'frame.searchPlaceholder' : 'frame.commandsOnlyPlaceholder')}
        onKeyDownCapture={waitForAnswer}
      />
      <Spotlight.ActionsList>
        {customers.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.customers')}>
            {customers.map((row) => (
              <Spotlight.Action
                key={`${row.customerId} ${row.opportunityId ?? ''}`}
                label={row.name}
                description={[row.phone && formatPhone(row.phone), row.model, row.ownerName]
                  .filter(Boolean)
                  .join(' · ')}
                leftSection={<GradeBadge grade={row.grade} />}
                onClick={() =>
                  void navigate({ to: '/customers/$customerId', params: { customerId: row.customerId } })
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {named.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.commands')}>
            {named.map(({ keys, label, run }) => (
              <Spotlight.Action
                key={`${keys ?? ''} ${label}`}
                label={label}
                leftSection={<IconCommand size={16} aria-hidden />}
                rightSection={keys !== null && <KeyHint keys={keys} />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {customers.length === 0 && named.length === 0 && !isBehind && (
          <Spotlight.Empty>{t('frame.nothingFound', { text })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
