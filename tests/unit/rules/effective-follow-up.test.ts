import { describe, expect, it, test } from 'vitest'
import { isLateRecorded, judgeEffective, type ExecutedFollowUp } from '#main/rules/effective-follow-up.ts'
import { results } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const good: ExecutedFollowUp = {
  result: 'reached',
  content: '客户说周末来看车',
  contactedOn: d('2026-03-04'),
  recordedOn: d('2026-03-04'),
  hasRecording: false,
}
const judge = (changes: Partial<ExecutedFollowUp>) => {
  const { yes, reasons } = judgeEffective({ ...good, ...changes }, presets.benyue)
  return [yes, ...reasons.map(({ code }) => code)]
}

describe('effective follow-up (R-5.1)', () => {
  it('reached, with content, on its day', () => {
    expect(judge({})).toEqual([true, 'effective'])
  })

  test.each(results.filter((result) => result !== 'reached'))(
    '%s does not count, whatever is noted',
    (result) => {
      expect(judge({ result })).toEqual([false, 'not_effective_not_reached'])
    },
  )

  test.each([
    ['好的', false],
    ['周末来店', false],
    ['  周末来店  ', false],
    ['周末来看车', true],
    ['𠮷𠮷𠮷', false],
    ['', false],
  ])('content %j counts: %s', (content, yes) => {
    expect(judge({ content })[0]).toBe(yes)
  })

  it('recorded late counts only with a recording (R-4.10)', () => {
    const late = { recordedOn: d('2026-03-05') }
    expect(isLateRecorded({ ...good, ...late })).toBe(true)
    expect(isLateRecorded(good)).toBe(false)
    expect(judge(late)).toEqual([false, 'not_effective_late_recorded'])
    expect(judge({ ...late, hasRecording: true })).toEqual([true, 'effective'])
  })

  it('names everything that speaks against it', () => {
    expect(judge({ content: '好的', recordedOn: d('2026-03-05') })).toEqual([
      false,
      'not_effective_content_too_short',
      'not_effective_late_recorded',
    ])
  })
})
