import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { DetailsPane } from '../../ui/lists/DetailsPane.tsx'
import { Reasons } from '../../ui/Why.tsx'
import type { Act } from './acts.ts'
import { Clearing } from './Clearing.tsx'
import { With } from './OrderList.tsx'
import type { Place } from './place.ts'

interface PlaceDetailsProps {
  readonly place: Place
  readonly at: number
  readonly now: string
  readonly isOwn: boolean
  readonly acts: readonly Act[]
  readonly onAct: (act: Act) => void
}
const keyOf = { skip: 's', letThrough: 'l', restore: 'r' } as const

/** Somebody of the rotation: why he is passed over, what he must clear and where, what he received, and the acts on him. */
export function PlaceDetails({ place, at, now, isOwn, acts, onAct }: PlaceDetailsProps) {
  const { t } = useTranslation()
  const { name, reasons, receivedToday, lastMonthConversion } = place
  return (
    <DetailsPane
      head={
        <>
          <h2>
            {at + 1} · {name}
          </h2>
          <Group gap={8} ml="auto">
            {acts.map((act) => (
              <Button
                key={act}
                variant="default"
                onClick={() => onAct(act)}
                rightSection={<KeyHint keys={keyOf[act]} />}
              >
                {t(act === 'letThrough' ? 'rotation.letThroughAct' : `rotation.${act}`)}
              </Button>
            ))}
          </Group>
        </>
      }
    >
      {place.with.length > 0 && (
        <section>
          <h3>{t('rotation.withWhom')}</h3>
          <With place={place} now={now} />
        </section>
      )}
      <section>
        <h3>{t('rotation.whyTitle')}</h3>
        {reasons.length === 0 ? <p>{t('rotation.nothingHinders')}</p> : <Reasons reasons={reasons} />}
      </section>
      {(place.hindrances.includes('not_clear') || place.letThrough) && (
        <Clearing place={place} isOwn={isOwn} />
      )}
      <section>
        <h3>{t('rotation.receivedTitle')}</h3>
        <p>{t('rotation.receivedLine', receivedToday)}</p>
      </section>
      <section>
        <h3>{t('rotation.conversionTitle')}</h3>
        <p>
          {lastMonthConversion === null
            ? t('rotation.conversionNone')
            : t('rotation.percent', { percent: lastMonthConversion })}
        </p>
      </section>
    </DetailsPane>
  )
}
