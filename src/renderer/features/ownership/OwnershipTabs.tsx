import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { OwnershipTab } from './ownership-search.ts'

type Tab = OwnershipTab | 'verdict'

interface OwnershipTabsProps {
  readonly current: Tab
  /** False leaves the digits to a form. */
  readonly keys?: boolean
}

/** The parts of 客户归属, each with its key. Contacts with others' customers are for consultants. */
export function OwnershipTabs({ current, keys = true }: OwnershipTabsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isConsultant = useCan('claim.file')
  const tabs: readonly Tab[] = isConsultant
    ? ['thinIce', 'claims', 'contacts', 'verdict']
    : ['thinIce', 'claims', 'verdict']
  const go = (tab: Tab) =>
    void (tab === 'verdict'
      ? navigate({ to: '/ownership/verdict', search: {}, replace: true })
      : navigate({ to: '/ownership', search: { tab }, replace: true }))
  useShortcuts(
    t('ownership.title'),
    tabs.map((tab, index) => ({
      keys: String(index + 1),
      label: t(`ownership.tabs.${tab}`),
      run: () => go(tab),
      when: keys,
    })),
  )
  return (
    <SegmentedControl
      aria-label={t('ownership.title')}
      value={current}
      onChange={go}
      data={tabs.map((value, index) => ({
        value,
        label: (
          <>
            {t(`ownership.tabs.${value}`)} {keys && <KeyHint keys={String(index + 1)} />}
          </>
        ),
      }))}
    />
  )
}
