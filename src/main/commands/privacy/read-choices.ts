import type { ChoicesInput } from '#shared/contract/privacy.ts'
import { refuseByRule } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { CustomerRow } from '#main/store/rows.ts'

export type Choices = Pick<CustomerRow, 'noticeGivenOn' | 'consentedOn' | 'doNotContact'>

/** What was chosen, as columns; refuses a date that has not come. */
export function readChoices(input: ChoicesInput | undefined, { today }: Context): Partial<Choices> {
  if (!input) return {}
  for (const field of ['noticeGivenOn', 'consentedOn'] as const) {
    const on = input[field]
    if (on && on > today) refuseByRule(reason('privacy_date_ahead', { field, on }))
  }
  const { noticeGivenOn, consentedOn, doNotContact } = input
  return {
    ...(noticeGivenOn === undefined ? {} : { noticeGivenOn }),
    ...(consentedOn === undefined ? {} : { consentedOn }),
    ...(doNotContact === undefined ? {} : { doNotContact: [...new Set(doNotContact)].sort() }),
  }
}
