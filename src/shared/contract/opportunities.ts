import { z } from 'zod'
import { result } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, loadOfDay, opportunityInput, planInput, reasonSchema } from './pieces.ts'

const versioned = z.object({ version: z.number().int(), warnings: z.array(reasonSchema) })

export const opportunities = {
  /** Adds an opportunity with its first plan to a known customer. */
  add: command({
    access: 'customer.update',
    input: z.strictObject({
      customerId: id,
      opportunity: opportunityInput.optional(),
      plan: planInput,
      ...opportunityInput.shape,
    }),
    output: z.object({
      opportunityId: id,
      planId: id,
      limit: date,
      version: z.number().int(),
      warnings: z.array(reasonSchema),
    }),
    changes: ['customers', 'plans'],
  }),
  /** Changes an open opportunity; grade and date are checked as a pair when one of them is set. */
  update: command({
    access: 'customer.update',
    input: z.strictObject({
      opportunityId: id,
      version: z.number().int(),
      opportunity: opportunityInput.optional(),
      ...opportunityInput.shape,
    }),
    output: versioned,
    changes: ['customers', 'plans'],
  }),
  /**
   * Proposes the next plan, with the limit and the reason, as if the contact given here had been made.
   * Without an opportunity it proposes the first plan of one that is about to be registered.
   * It also says which grade belongs to a date and which date to a grade.
   */
  proposePlan: query({
    access: 'plan.propose',
    input: z.strictObject({
      opportunityId: id.optional(),
      ownerId: id.nullish(),
      result: result.optional(),
      contactedOn: date.optional(),
      grade: gradeCode.optional(),
      expectedPurchaseDate: date.optional(),
    }),
    output: z.object({
      limit: date,
      /** The last date a plan may have: the limit, moved where the store is closed or the limit has passed. */
      latest: date,
      proposed: date,
      load: z.array(loadOfDay),
      reasons: z.array(reasonSchema),
      grade: gradeCode,
      expectedPurchaseDate: date.nullable(),
      /** Whether grade and date agree; the reasons say why not. */
      agrees: z.boolean(),
      agreement: z.array(reasonSchema),
      /** The number of this contact in the opening sequence, where it asks for the formal grade 正式定级; else null. */
      formalGradeAt: z.number().int().nullable(),
      /** Dates on which the owner does not work, up to the limit. */
      daysOff: z.array(date),
    }),
  }),
  /** Hands the car over (交车): only an ordered opportunity; names the important fields still empty. */
  deliver: command({
    access: 'followUp.execute',
    input: z.strictObject({ opportunityId: id, on: date }),
    output: z.object({ reminders: z.array(z.string()) }),
    changes: ['customers', 'plans'],
  }),
}
