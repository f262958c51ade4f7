import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Stamp } from '../../ui/marks/Stamp.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { CountersignDialog } from './CountersignDialog.tsx'
import type { Day } from './visit.ts'

/** 结算 and 复核 of a day, and who did them. */
export function DayActs({ day }: { readonly day: Day }) {
  const { t } = useTranslation()
  const dates = useDates()
  const [asking, ask] = useState<'close' | 'countersign' | null>(null)
  const { closed, countersigned, totals } = day
  const mayClose = useCan('register.close')
  // Whoever is still here stands in the way; the dialog says so.
  const waitsForLeaving = mayClose && totals.open > 0 && closed === null
  const abilities = { ...day.abilities, close: day.abilities.close || waitsForLeaving }
  useShortcuts(t('showroom.title'), [
    {
      keys: 'F10',
      label: t('showroom.close'),
      run: () => ask('close'),
      inFields: true,
      when: abilities.close,
    },
    {
      keys: 'F9',
      label: t('showroom.countersign'),
      run: () => ask('countersign'),
      inFields: true,
      when: abilities.countersign,
    },
  ])
  return (
    <>
      {closed && (
        <Stamp>{t('showroom.stampClosed', { name: closed.name, at: dates.moment(closed.at) })}</Stamp>
      )}
      {countersigned && (
        <Stamp>
          {t('showroom.stampCountersigned', {
            name: countersigned.name,
            at: dates.moment(countersigned.at),
          })}
        </Stamp>
      )}
      {abilities.close && (
        <Button variant="default" onClick={() => ask('close')} rightSection={<KeyHint keys="F10" />}>
          {t('showroom.close')}
        </Button>
      )}
      {abilities.countersign && (
        <Button onClick={() => ask('countersign')} rightSection={<KeyHint keys="F9" />}>
          {t('showroom.countersign')}
        </Button>
      )}
      {asking === 'close' && <CloseDialog day={day} onClose={() => ask(null)} />}
      {asking === 'countersign' && closed && (
        <CountersignDialog day={{ ...day, closed }} onClose={() => ask(null)} />
      )}
    </>
  )
}
