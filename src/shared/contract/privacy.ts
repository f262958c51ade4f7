import { z } from 'zod'
import { closableChannel } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, note, reasonSchema } from './pieces.ts'

/** What a customer was told, agreed to and asked for (告知、同意、勿扰); what is not given stays as it is. */
export const choicesInput = z.strictObject({
  noticeGivenOn: date.nullish(),
  consentedOn: date.nullish(),
  /** Channels that he closed; all others are open. */
  doNotContact: z.array(closableChannel).max(10).optional(),
})
export type ChoicesInput = z.infer<typeof choicesInput>

/** Fewest characters of the reason for which somebody is erased. */
const shortestReason = 2

/** How much of a person is kept, by what it is; the same before and after he is erased. */
export const keptCounts = z.object({
  opportunities: z.number().int(),
  followUps: z.number().int(),
  plans: z.number().int(),
  visits: z.number().int(),
  leads: z.number().int(),
  violations: z.number().int(),
  claims: z.number().int(),
  instructions: z.number().int(),
  recordings: z.number().int(),
})

export const privacy = {
  /**
   * Sets when a customer was told what is kept of him, when he agreed, and by which channels he does not want to be contacted (S7,
   * Open plans of a channel that is closed change to `moveTo` in the same act; without it they refuse with RULE_REFUSED.
   */
  setChoices: command({
    access: 'customer.update',
    input: z.strictObject({
      customerId: id,
      version: z.number().int(),
      ...choicesInput.shape,
      moveTo: closableChannel.or(z.literal('showroom_visit')).optional(),
    }),
    output: z.object({ version: z.number().int(), moved: z.number().int() }),
    changes: ['customers', 'plans'],
  }),
  /** What the notice on paper needs (个人信息告知书). */
  notice: query({
    access: 'customer.read',
    input: z.strictObject({ customerId: id }),
    output: z.object({
      store: z.string(),
      customerName: z.string(),
      noticeGivenOn: date.nullable(),
      consentedOn: date.nullable(),
      doNotContact: z.array(closableChannel),
    }),
  }),
  /** What erasing a person would take away and leave, and what stands in its way. */
  previewErasure: query({
    access: 'customer.erase',
    input: z.strictObject({ customerId: id }),
    output: z.object({
      customerId: id,
      version: z.number().int(),
      /** What has to be typed to confirm. */
      name: z.string(),
      refusals: z.array(reasonSchema),
      phones: z.number().int(),
      /** Texts about him, in all tables. */
      texts: z.number().int(),
      recordings: z.number().int(),
      /** Entries of the trail and signed sheets that tell of him are read when he is erased; how many there are to read. */
      trail: z.number().int(),
      sheets: z.number().int(),
      relatives: z.number().int(),
      merged: z.number().int(),
      kept: keptCounts,
      /** Backups made before still hold him; the last of them goes by rotation on this date. */
      backupsUntil: date,
    }),
  }),
  /**
   * Erases a person (抹除, R-13.6): name, phones and every word about him, in rows, trail and signed sheets; what happened, when, and
   * every figure stay. It cannot be taken back. `name` repeats his name as it stands on the card. Refuses with RULE_REFUSED while
   * something is under way.
   */
  erase: command({
    access: 'customer.erase',
    input: z.strictObject({
      customerId: id,
      version: z.number().int(),
      reason: note.min(shortestReason),
      name: z.string().max(200),
    }),
    output: z.object({ erasedOn: date, redacted: z.number().int(), backupsUntil: date }),
    changes: [
      'customers',
      'plans',
      'checks',
      'visits',
      'leads',
      'claims',
      'recordings',
      'instructions',
      'losses',
    ],
    confirms: true,
  }),
  /** Everything that is kept of one person, as a workbook at a path that the desktop asked for (数据副本); the trail tells who took it. */
  copyData: command({
    access: 'customer.copyData',
    input: z.strictObject({
      customerId: id,
      path: z.string().min(1).max(2000),
      reason: note.min(shortestReason),
    }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
    confirms: true,
  }),
}
