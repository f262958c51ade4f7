import { useSearch } from '@tanstack/react-router'
import { useCan } from '../../api/use-session.ts'
import { ClaimsTab } from './ClaimsTab.tsx'
import { ContactsTab } from './ContactsTab.tsx'
import { readOwnershipSearch } from './ownership-search.ts'
import { ThinIceTab } from './ThinIceTab.tsx'

/** 客户归属 (R-5.2 … R-5.7): whose protection runs out, claims, and contacts with others' customers. */
export function OwnershipPage() {
  const { tab, claimId } = readOwnershipSearch({ ...useSearch({ from: '/frame/ownership' }) })
  const isConsultant = useCan('claim.file')
  if (tab === 'claims') return <ClaimsTab claimId={claimId ?? null} />
  if (tab === 'contacts' && isConsultant) return <ContactsTab />
  return <ThinIceTab />
}
