import { describe, expect, it, test } from 'vitest'
import { readRecordingName } from '#main/rules/read-recording-name.ts'
import { parseInstant } from '#shared/time/instant.ts'

const zone = 'Asia/Shanghai'
const at = (text: string | null) => (text ? parseInstant(`${text}+08:00`) : null)
const own = '13800138000'

describe('what the name of a recording says (R-5.6)', () => {
  test.each([
    ['13800138000_20260305_143000.mp3', [own], '2026-03-05T14:30:00'],
    ['2026-03-05 14-30-00 13800138000.wav', [own], '2026-03-05T14:30:00'],
    ['通话录音@王伟(138 0013 8000)_20260305143000.m4a', [own], '2026-03-05T14:30:00'],
    ['20260305143000-13800138000-out.wav', [own], '2026-03-05T14:30:00'],
    ['+8613800138000-2603051430.amr', [own], '2026-03-05T14:30:00'],
    ['13800138000_1772692200000.amr', [own], '2026-03-05T14:30:00'],
    ['13800138000_260305143015.amr', [own], '2026-03-05T14:30:15'],
    ['2026年03月05日14时30分15秒_13800138000.mp3', [own], '2026-03-05T14:30:15'],
    ['2026.03.05_14.30_138-0013-8000.ogg', [own], '2026-03-05T14:30:00'],
    ['１３８００１３８０００＿２０２６０３０５１４３０.mp3', [own], '2026-03-05T14:30:00'],
    ['0086 138 0013 8000 2026-03-05T14:30.m4a', [own], '2026-03-05T14:30:00'],
    ['8001-13800138000-20260305143000.wav', [own], '2026-03-05T14:30:00'],
    ['out-8001-13800138000-20260305-143000-1772692200.42.wav', [own], '2026-03-05T14:30:00'],
    ['0510-86123456_20260305_143000.wav', ['051086123456'], '2026-03-05T14:30:00'],
    ['02158881234_20260305143000.wav', ['02158881234'], '2026-03-05T14:30:00'],
    ['+85291234567_20260305143000.mp3', ['+85291234567'], '2026-03-05T14:30:00'],
    ['13912345678_13800138000_20260305143000.mp3', ['13912345678', own], '2026-03-05T14:30:00'],
    ['20260305143000-20260305143512-13800138000.wav', [own], '2026-03-05T14:30:00'],
    ['13800138000_20260305_235959.mp3', [own], '2026-03-05T23:59:59'],
    ['13800138000_20260305_000000.mp3', [own], '2026-03-05T00:00:00'],
  ])('%s', (name, phones, recordedAt) => {
    expect(readRecordingName(name, zone)).toEqual({ phones, recordedAt: at(recordedAt) })
  })

  test.each([
    ['13800138000_20260230_143000.mp3', [own], 'a day that does not exist'],
    ['13800138000_20260305_246000.mp3', [own], 'a time that does not exist'],
    ['13800138000_20260305.mp3', [own], 'a date alone'],
    ['13800138000.mp3', [own], 'no time'],
    ['13800138000_9999999999999.amr', [own], 'milliseconds of another age'],
    ['新录音 12.m4a', [], 'neither'],
    ['138001380001_1380013800.mp3', [], 'numbers too long and too short'],
    ['', [], 'nothing'],
  ])('%s has no time', (name, phones, _why) => {
    expect(readRecordingName(name, zone)).toEqual({ phones, recordedAt: null })
  })

  it('reads the time in the zone of the store', () => {
    const name = '13800138000_20260305_143000.mp3'
    expect(readRecordingName(name, 'UTC').recordedAt).toBe(parseInstant('2026-03-05T14:30:00Z'))
  })

  it('does not take a number out of the middle of a time, or a time out of a number', () => {
    expect(readRecordingName('20261389123456.wav', zone)).toEqual({ phones: [], recordedAt: null })
    expect(readRecordingName('15012311200.wav', zone)).toEqual({ phones: ['15012311200'], recordedAt: null })
  })
})
