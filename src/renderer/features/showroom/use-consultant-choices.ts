import { useTranslation } from 'react-i18next'
import { standingOf, type Board, type Standing } from './visit.ts'

type Place = Board['places'][number]
const standings: readonly Standing[] = ['ready', 'byHand', 'refused']

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
