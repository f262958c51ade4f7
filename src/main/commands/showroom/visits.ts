import { refuse } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { fieldsOfLine } from '#main/rules/visit-line.ts'
import { findListedVisit, listVisits } from '#main/store/read/visits-list.ts'
import { cardVisit } from './visits-card.ts'
import { leaveVisit, updateVisit } from './visits-change.ts'
import { closeRegister, countersignDay, tellDay } from './visits-day.ts'
import { handOverVisit } from './visits-hand-over.ts'
import { registerVisit } from './visits-register.ts'
import { phonesSeen, tellVisit } from './visits-row.ts'
import { reachesVisit, visitReach } from './visits-subject.ts'

/** R-11 The showroom register 来店(电)登记. */
export const visits: HandlersOf<'visits'> = {
  register: registerVisit,
  update: updateVisit,
  leave: leaveVisit,
  handOver: handOverVisit,
  card: cardVisit,

  get: (store, { visitId }, context) => {
    const found = findListedVisit(store, visitId)
    if (!found || !reachesVisit(visitReach(context), found.visit))
      return refuse('NOT_FOUND', { what: 'visit', id: visitId })
    return tellVisit(store, context, found)
  },

  list: (store, input, context) => {
    const { today, policy } = context
    const page = readPage(input)
    const from = input?.from ?? input?.on ?? input?.until ?? today
    const { rows, total } = listVisits(store, visitReach(context), {
      from,
      until: input?.until ?? input?.on ?? today,
      consultantId: input?.consultantId,
      show: input?.show,
      text: input?.text,
      phones: phonesSeen(context),
      fields: fieldsOfLine(policy),
      ...page,
    })
    return pageOf(
      page,
      rows.map((row) => tellVisit(store, context, row)),
      total,
    )
  },

  day: tellDay,
  close: closeRegister,
  countersign: countersignDay,
}
