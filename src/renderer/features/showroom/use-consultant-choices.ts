import { useTranslation } from 'react-i18next'
import type { RotationHindrance } from '#shared/domain/codes.ts'
import type { Board } from './visit.ts'

type Place = Board['places'][number]
/** With these nobody is given a first visit, not even by hand. */
const refusing: readonly RotationHindrance[] = ['not_active', 'day_off', 'on_leave', 'suspended', 'not_clear']

const standings = ['ready', 'byHand', 'refused'] as const
const standingOf = ({ hindrances }: Place): (typeof standings)[number] => {
  if (hindrances.length === 0) return 'ready'
  return hindrances.some((each) => refusing.includes(each)) ? 'refused' : 'byHand'
}

/** Consultants to choose from, in their order: who may receive now, whom one may name, and who would be refused; each with what hinders him. */
export function useConsultantChoices() {
  const { t } = useTranslation()
  return (places: readonly Place[]) =>
    standings.flatMap((standing) => {
      const items = places
        .filter((place) => standingOf(place) === standing)
        .map(({ staffId, name, hindrances }) => ({
          value: staffId,
          label: [name, ...hindrances.map((each) => t(`codes.rotationHindrance.${each}`))].join(' · '),
        }))
      return items.length > 0 ? [{ group: t(`showroom.standing.${standing}`), items }] : []
    })
}
