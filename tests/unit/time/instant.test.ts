import { describe, expect, it, test } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, instantAt, isTimeZone, parseInstant, timeOfDayAt } from '#shared/time/instant.ts'

const shanghai = 'Asia/Shanghai'

describe('instant (R-1.1)', () => {
  test.each([
    ['2026-03-02T09:00:00+08:00', 1_772_413_200_000],
    ['2026-03-02T01:00:00Z', 1_772_413_200_000],
    ['2026-03-02T01:00Z', 1_772_413_200_000],
    ['2026-03-01T20:00:00.250-05:00', 1_772_413_200_250],
    ['2026-03-02T01:00:00.5Z', 1_772_413_200_500],
  ])('reads %s', (text, at) => {
    expect(parseInstant(text)).toBe(at)
    expect(parseInstant(text)).toBe(Date.parse(text))
  })

  test.each([
    '2026-03-02T09:00:00',
    '2026-03-02',
    '2026-02-30T09:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:60:00Z',
    '2026-03-02T09:00:00+15:00',
    '2026-03-02 09:00:00Z',
    'now',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test.each([
    ['2026-03-01T15:59:59Z', '2026-03-01', '23:59'],
    ['2026-03-01T16:00:00Z', '2026-03-02', '00:00'],
    ['2026-03-02T09:05:00+08:00', '2026-03-02', '09:05'],
  ])('%s is %s %s in the zone of the store, whatever the machine says', (text, date, time) => {
    const at = parseInstant(text) ?? 0
    expect(businessDateAt(at, shanghai)).toBe(date)
    expect(timeOfDayAt(at, shanghai)).toBe(time)
  })

  test.each([
    [shanghai, '2026-03-02', '09:30', '2026-03-02T09:30:00+08:00'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T01:59:00+01:00'],
    ['America/Los_Angeles', '2026-11-01', '23:00', '2026-11-01T23:00:00-08:00'],
  ])('in %s %s %s is the moment %s', (zone, date, time, text) => {
    const at = instantAt(asBusinessDate(date), time, zone)
    expect(at).toBe(Date.parse(text))
    expect(businessDateAt(at, zone)).toBe(date)
    expect(timeOfDayAt(at, zone)).toBe(time)
  })

  it('knows a zone from a word', () => {
    expect(isTimeZone(shanghai)).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
})
