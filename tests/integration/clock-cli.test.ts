import { expect, it } from 'vitest'
import { register, writeRows } from '#tests/support/book.ts'
import { cli } from '#tests/support/command-line.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

it('a nightly roll after a jump of the clock asks for the date of today, and judges when it is right (R-1.6)', async () => {
  const store = openTrainingStore({ now: '2026-03-05' })
  register(store, 'chen', { grade: 'H', expected: '2026-03-10', plan: '2026-03-06' })
  writeRows(store, "update store set kind = 'live'")
  // The roll opens the store by itself, which one at a time has open (P7).
  store.close()
  const roll = (...more: string[]) => cli(['roll', '--store', store.file, ...more])
  const asked = await roll()
  expect(asked.code).toBe(1)
  expect(asked.lines[0]?.error).toMatchObject({ code: 'CLOCK_AHEAD' })
  expect((await roll('--today', '2026-03-06')).lines[0]?.error).toMatchObject({ code: 'CLOCK_AHEAD' })
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()
  expect((await roll('--today', today)).lines[0]).toMatchObject({ ok: true, value: { raised: 2 } })
  expect((await roll()).lines[0]).toMatchObject({ ok: true, value: { rolledDates: [], raised: 0 } })
})
