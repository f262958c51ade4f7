import fs from 'node:fs'
import { expect, test } from '../../support/electron.ts'
import { at, makeTrainingStore, openMade } from '../../support/made-store.ts'
import { makeDayByKeyboard } from '../../support/days/showroom-day-by-keyboard.ts'
import { factsOfShowroomDay } from '../../support/days/showroom-day-facts.ts'
import {
  liveThroughShowroomDay,
  prepareShowroomDay,
  showroomTimeline,
  wakeUpAfterShowroomDay,
} from '../../support/days/showroom-day-script.ts'
import { makeShowroomDay } from '../../support/days/showroom-day.ts'

/** So many key strokes beside what is typed anyway. */
const mostStrokes = 8
const monday = '2026-03-02 09:00'

function prepare() {
  const store = makeTrainingStore({ now: monday })
  const day = makeShowroomDay(store, monday)
  prepareShowroomDay(day)
  return { store, day }
}

/** The same day by calls, to be compared with. */
async function factsByCalls() {
  const { store, day } = prepare()
  await liveThroughShowroomDay(day)
  wakeUpAfterShowroomDay(day)
  const facts = factsOfShowroomDay(store)
  store.close()
  store.remove()
  return facts
}

test('a whole day of the showroom is lived through by keyboard, and the store stands as if it had been called', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { store, day: before } = prepare()
  store.close()
  const clockFile = `${store.file}.clock`
  fs.writeFileSync(clockFile, String(at('2026-03-05 09:00')))
  const { page, close } = await launch({
    storeFile: store.file,
    clockFile,
    size: { width: 1280, height: 800 },
  })
  const expected = showroomTimeline.slice(before.lines.length)
  const day = makeDayByKeyboard({ page, clockFile, expected })
  try {
    await liveThroughShowroomDay(day)
  } finally {
    expect([...before.lines, ...day.lines]).toEqual(
      showroomTimeline.slice(0, before.lines.length + day.lines.length),
    )
  }
  await close()
  const tooMany = [...day.strokesOf].filter(([, strokes]) => strokes > mostStrokes)
  expect(tooMany).toEqual([])
  expect(day.strokesOf.size).toBe(16)

  const after = openMade(store)
  const morning = makeShowroomDay(after, monday)
  wakeUpAfterShowroomDay(morning)
  expect([...before.lines, ...day.lines, ...morning.lines]).toEqual(showroomTimeline)
  expect(factsOfShowroomDay(after)).toEqual(await factsByCalls())
  after.close()
  after.remove()
})
