import { describe, expect, it } from 'vitest'
import { completePolicy } from '#shared/policy/complete-policy.ts'
import { policySchema } from '#shared/policy/policy.ts'
import { benyue } from '#shared/policy/presets/benyue.ts'

describe('a stored policy of an earlier program', () => {
  it('gets the defaults of what it does not know, and keeps all it says', () => {
    const { openingHours: _hours, ...rest } = benyue
    const { previewDays: _days, ...thresholds } = benyue.thresholds
    const { label: _label, ...overdue } = benyue.penalties.ladders.overdue
    const ladders = { ...benyue.penalties.ladders, overdue }
    const stored = {
      ...rest,
      thresholds: { ...thresholds, dormantAfterDays: 45 },
      penalties: { ...benyue.penalties, monthlyCapFen: 30_000, ladders },
    }
    const completed = completePolicy(JSON.parse(JSON.stringify(stored)))
    expect(policySchema.parse(completed)).toEqual(completed)
    expect(completed.openingHours).toEqual(benyue.openingHours)
    expect(completed.thresholds).toMatchObject({ dormantAfterDays: 45, previewDays: 30 })
    expect(completed.penalties.monthlyCapFen).toBe(30_000)
    expect(completed.penalties.ladders.overdue.label).toEqual(benyue.penalties.ladders.overdue.label)
  })

  it('stays as it is when nothing is missing, an empty sequence included', () => {
    expect(completePolicy(benyue)).toEqual(benyue)
    expect(completePolicy({ ...benyue, openingSequence: null }).openingSequence).toBeNull()
  })
})
