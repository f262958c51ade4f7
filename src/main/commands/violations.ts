import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { listViolations } from '#main/store/read/violations.ts'

/** What rolls and acts have found (R-8.1, 违规), newest first. Confirming and waiving come with the penalties. */
import { notYet } from '#main/calls/not-yet.ts'

export const violations: HandlersOf<'violations'> = {
  ...notYet('violations'),
  list: (store, input, { scope }) => {
    const page = readPage(input)
    const { rows, total } = listViolations(store, scope, input ?? {}, page)
    const told = rows.map((row) => ({
      ...row,
      ladder: null,
      managerName: null,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      suspensionLowered: false,
      objection: null,
      objectedAt: null,
      objectionRecordingId: null,
      entryId: null,
      abilities: { decide: false, object: false, approve: false },
    }))
    return pageOf(page, told, total)
  },
}
