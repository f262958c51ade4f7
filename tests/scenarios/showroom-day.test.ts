import { expect, it } from 'vitest'
import { makeShowroomDay } from '#tests/support/days/showroom-day.ts'
import {
  liveThroughShowroomDay,
  prepareShowroomDay,
  showroomTimeline,
  wakeUpAfterShowroomDay,
} from '#tests/support/days/showroom-day-script.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

it('a day of twelve visits and four calls goes as it was worked out by hand', async () => {
  const morningOfMonday = '2026-03-02 09:00'
  const day = makeShowroomDay(openTrainingStore({ now: morningOfMonday }), morningOfMonday)
  prepareShowroomDay(day)
  await liveThroughShowroomDay(day)
  const report = day.store.ok('chen', 'forms.dailyReport', { on: '2026-03-05' })
  expect(JSON.stringify(report)).toContain('现场交定金订车')
  wakeUpAfterShowroomDay(day)
  expect(day.lines).toEqual(showroomTimeline)
})
