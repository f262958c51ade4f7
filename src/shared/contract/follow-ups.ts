import { z } from 'zod'
import { channel, result } from '../domain/codes.ts'
import { command } from './declare.ts'
import {
  customerInput,
  date,
  id,
  nextInput,
  note,
  opportunityInput,
  planInput,
  reasonSchema,
} from './pieces.ts'

export const followUps = {
  /**
   * Executes a follow-up: result, content, updated data, new grade and date, and the next plan or the end,
   * saved whole or not at all.
   */
  execute: command({
    access: 'followUp.execute',
    input: z.strictObject({
      planId: id.optional(),
      opportunityId: id.optional(),
      result,
      channel,
      /** S7 The customer made the contact himself (客户主动联系): by a channel that he closed it is the only kind. */
      inbound: z.boolean().optional(),
      content: note.optional(),
      feedback: note.nullish(),
      contactedOn: date.optional(),
      customer: customerInput.optional(),
      opportunity: opportunityInput.optional(),
      next: nextInput,
      /** Version of the opportunity that the form was opened with; a newer one refuses with STALE_VERSION. */
      opportunityVersion: z.number().int().optional(),
    }),
    output: z.object({
      followUpId: id,
      effective: z.object({ yes: z.boolean(), reasons: z.array(reasonSchema) }),
      nextPlanId: id.optional(),
      limit: date.optional(),
      reminders: z.array(z.string()),
      warnings: z.array(reasonSchema),
    }),
    changes: ['customers', 'plans', 'losses'],
  }),
  /**
   * Records a contact with a customer who belongs to somebody else, found by his phone. It changes neither owner, nor
   * grade, nor plan; it can be the ground of a claim, and the answer says from when.
   */
  recordForAnother: command({
    access: 'followUp.recordForAnother',
    input: z.strictObject({
      phone: z.string().max(60),
      result,
      channel,
      /** S7 As in `execute`. */
      inbound: z.boolean().optional(),
      content: note.optional(),
      feedback: note.nullish(),
      contactedOn: date.optional(),
    }),
    output: z.object({
      followUpId: id,
      customerId: id,
      effective: z.object({ yes: z.boolean(), reasons: z.array(reasonSchema) }),
      /** The customer is dormant and this contact counts: a claim may be filed now. */
      mayClaim: z.boolean(),
      dormantFrom: date,
    }),
    changes: ['customers', 'claims'],
  }),
  /** Moves a plan within: earlier, or later within its limit while its date has not come. */
  move: command({
    access: 'plan.move',
    input: z.strictObject({ planId: id, on: date, reason: note.optional() }),
    output: z.object({ planId: id, on: date }),
    changes: ['plans'],
  }),
  /** A manager allows the next plan beyond its limit, with a reason; it is raised for judgement. Calls of an appointment go along. */
  allowBeyondLimit: command({
    access: 'plan.allowBeyondLimit',
    input: z.strictObject({
      opportunityId: id,
      on: date,
      reason: note.min(1),
      plan: planInput.omit({ on: true }).partial().optional(),
    }),
    output: z.object({ planId: id }),
    changes: ['plans', 'checks'],
    judges: true,
  }),
}
