import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '../../api/use-query.ts'
import type { VisitDraft } from './visit-draft.ts'
import type { Arrival } from './visit.ts'

const waitMs = 120
/** From so many digits of a phone, or signs of a plate, there is something to find. */
const digitsOfPhone = 7
const signsOfPlate = 5

/** Who is at the door, asked while the phone or the plate is typed. Undefined while nothing can be said. */
export function useArrival({ phone, plate }: Pick<VisitDraft, 'phone' | 'plate'>): Arrival | undefined {
  const [asked] = useDebouncedValue(`${phone.trim()}|${plate.trim()}`, waitMs)
  const [askedPhone = '', askedPlate = ''] = asked.split('|')
  const hasPhone = askedPhone.normalize('NFKC').replace(/\D/g, '').length >= digitsOfPhone
  const hasPlate = askedPlate.length >= signsOfPlate
  const { data } = useQuery(
    'arrivals.find',
    { ...(hasPhone ? { phone: askedPhone } : {}), ...(hasPlate ? { plate: askedPlate } : {}) },
    { enabled: hasPhone || hasPlate },
  )
  return hasPhone || hasPlate ? data : undefined
}
