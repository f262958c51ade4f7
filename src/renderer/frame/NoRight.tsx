import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '#shared/access/permissions.ts'
import { rolesThatMay } from '../api/roles-that-may.ts'
import { EmptyState } from '../ui/states/EmptyState.tsx'

/** In place of a page the role may not open: says who may. Main refuses in any case. */
export function NoRight({ permission }: { readonly permission: Permission }) {
  const { t } = useTranslation()
  const who = rolesThatMay(permission).map((role) => t(`codes.role.${role}`))
  return (
    <EmptyState
      page
      icon={<IconLock size={36} stroke={1.2} aria-hidden />}
      title={t('frame.noRight')}
      hint={t('frame.noRightHint', { who: who.join(t('ui.and')) })}
    />
  )
}
