import { expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { againstErasing, checkErasureReason, type ErasureFacts } from '#main/rules/erasable.ts'

const nothing: ErasureFacts = {
  erasedOn: null,
  openOpportunities: 0,
  openClaims: 0,
  openInstructions: 0,
  openLeads: 0,
  openVisits: 0,
}

it.each<[Partial<ErasureFacts>, string[]]>([
  [{}, []],
  [{ openOpportunities: 1 }, ['erasing_opportunity_open']],
  [{ openClaims: 2 }, ['erasing_claim_open']],
  [{ openInstructions: 1 }, ['erasing_instruction_open']],
  [{ openLeads: 1 }, ['erasing_lead_open']],
  [{ openVisits: 1 }, ['erasing_visit_open']],
  [{ openOpportunities: 1, openVisits: 3 }, ['erasing_opportunity_open', 'erasing_visit_open']],
  [{ erasedOn: asBusinessDate('2026-03-02'), openOpportunities: 1 }, ['customer_erased']],
])('with %j somebody is erased unless %j (R-13.6, S7)', (facts, expected) => {
  const reasons = againstErasing({ ...nothing, ...facts })
  expect(reasons.map(({ code }) => code)).toEqual(expected)
  for (const { code, data } of reasons)
    if (code !== 'customer_erased') expect(Number(data['count'])).toBeGreaterThan(0)
})

it('a reason that tells who it was is refused, because it stays (R-13.6)', () => {
  const takeOut = (text: string) => text.replaceAll('王伟', '■■■')
  expect(checkErasureReason('本人要求', takeOut)).toEqual([])
  expect(checkErasureReason('王伟要求', takeOut)).toMatchObject([
    { code: 'erasing_reason_tells', data: { field: 'reason' } },
  ])
})
