import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { readRows, register, writeRows } from '#tests/support/book.ts'
import { at, migrationsFolder, openTrainingStore, type PersonName } from '#tests/support/training-store.ts'

/** The same store as a live one: its clock is the machine's, which the test sets. */
function openLiveStore() {
  const training = openTrainingStore({ now: '2026-03-05' })
  register(training, 'chen', { name: '王伟', grade: 'H', expected: '2026-03-10', plan: '2026-03-06' })
  writeRows(training, "update store set kind = 'live'")
  training.application.close()
  let now = at('2026-03-05 18:00')
  const application = openApplication({ file: training.file, migrationsFolder, clock: { now: () => now } })
  onTestFinished(() => application.close())
  const ask = (as: PersonName, call: string, input: unknown = {}) =>
    application.answer(call, input, { token: training.tokens[as] })
  const value = <T>(as: PersonName, call: string, input: unknown = {}): T => {
    const answer = ask(as, call, input)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as T
  }
  const failure = (as: PersonName, call: string, input: unknown = {}) => {
    const answer = ask(as, call, input)
    if (answer.ok) throw new Error(`${call} was allowed`)
    return answer.error
  }
  const work = () => value('chen', 'outputs.record', { what: 'to_do_list', form: 'print', rows: 1 })
  return {
    training,
    application,
    value,
    failure,
    work,
    setNow: (text: string) => {
      now = at(text)
    },
  }
}
type Status = { clock: string; lastRolledOn: string | null; ahead: { dates: string[] } | null }

describe('a clock that jumps ahead (R-1.6)', () => {
  it('is not asked about after a night', () => {
    const live = openLiveStore()
    live.setNow('2026-03-06 08:30')
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({
      ahead: null,
      lastRolledOn: '2026-03-06',
    })
  })

  it('is asked about before the days between are judged, and nothing is judged meanwhile', () => {
    const live = openLiveStore()
    live.setNow('2026-03-09 08:30')
    const dates = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({ ahead: { dates }, lastRolledOn: null })
    expect(live.application.rollIfDue().rolledDates).toEqual([])
    for (const call of ['dayRoll.run', 'dailyCheck.sign'])
      expect(live.failure('manager', call, call === 'dayRoll.run' ? {} : { on: '2026-03-06' })).toMatchObject(
        {
          code: 'CLOCK_AHEAD',
          data: { dates },
        },
      )
    // His work goes on, and what he writes does not answer the question.
    live.value('chen', 'toDo.list')
    live.value('chen', 'followUps.execute', {
      opportunityId: readRows<{ id: string }>(
        live.training,
        'select opportunity_id as id from opportunities',
      )[0]?.id,
      result: 'no_answer',
      channel: 'phone',
      next: { kind: 'plan', on: '2026-03-10', channel: 'phone', purpose: '' },
    })
    live.setNow('2026-03-09 09:00')
    expect(live.value<Status>('chen', 'store.status').ahead).toMatchObject({ dates })
    expect(live.value<{ total: number }>('manager', 'violations.list').total).toBe(0)
  })

  it('is right when somebody says so by its date; then the days between are judged in order', () => {
    const live = openLiveStore()
    live.setNow('2026-03-09 08:30')
    expect(live.failure('chen', 'store.confirmClock', { today: '2026-03-08' }).issues).toMatchObject([
      { field: 'today', code: 'not_today' },
    ])
    expect(live.value('chen', 'store.confirmClock', { today: '2026-03-09' })).toMatchObject({
      rolledDates: ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
      raised: 1,
    })
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({
      ahead: null,
      lastRolledOn: '2026-03-09',
    })
    const { rows } = live.value<{ rows: { kind: string; on: string }[] }>('manager', 'violations.list')
    expect(rows).toMatchObject([{ kind: 'overdue_follow_up', on: '2026-03-07' }])
    expect(live.failure('chen', 'store.confirmClock', { today: '2026-03-09' }).reasons).toMatchObject([
      { code: 'clock_not_ahead' },
    ])
  })

  it('is not asked about where no date waits to be judged', () => {
    const live = openLiveStore()
    writeRows(live.training, "update store set last_rolled_on = '2026-03-09'")
    live.setNow('2026-03-09 08:30')
    expect(live.value<Status>('chen', 'store.status').ahead).toBeNull()
  })

  it('never asks in a training store', () => {
    const store = openTrainingStore({ now: '2026-03-05' })
    register(store, 'chen', { grade: 'H', expected: '2026-03-10', plan: '2026-03-06' })
    store.setNow('2026-04-05')
    expect(store.ok('chen', 'store.status')).toMatchObject({ ahead: null, lastRolledOn: '2026-04-05' })
  })
})

describe('a clock that is behind the last record (R-1.6)', () => {
  /** Somebody set the clock to Christmas, confirmed it, worked, and set it back. */
  function setBack() {
    const live = openLiveStore()
    live.setNow('2026-12-24 10:00')
    live.value('desk', 'store.confirmClock', { today: '2026-12-24' })
    live.work()
    live.setNow('2026-03-06 10:00')
    return live
  }

  it('is settled by a director with a reason; from then on dates are judged again, and nothing twice', () => {
    const live = setBack()
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({ clock: 'behind', ahead: null })
    expect(live.failure('manager', 'store.settleClock', { reason: '时钟错了' }).code).toBe(
      'PERMISSION_DENIED',
    )
    expect(live.failure('director', 'store.settleClock', { reason: ' ' }).code).toBe('VALIDATION_FAILED')
    const before = live.value<{ total: number }>('director', 'violations.list').total
    live.value('director', 'store.settleClock', { reason: '有人把时钟拨到了十二月' })
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({
      clock: 'ok',
      lastRolledOn: '2026-03-06',
    })
    live.setNow('2026-03-07 08:30')
    expect(live.value<Status>('chen', 'store.status')).toMatchObject({
      clock: 'ok',
      lastRolledOn: '2026-03-07',
    })
    expect(live.value<{ total: number }>('director', 'violations.list').total).toBe(before)
    const trail = readRows<{ reason: string }>(
      live.training,
      "select reason from audit_entries where call = 'store.settleClock'",
    )
    expect(trail).toEqual([{ reason: '有人把时钟拨到了十二月' }])
  })

  it('cannot be settled while it is right', () => {
    const live = openLiveStore()
    expect(live.failure('director', 'store.settleClock', { reason: '试试' }).reasons).toMatchObject([
      { code: 'clock_not_behind' },
    ])
  })
})
