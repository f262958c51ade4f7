import { z } from 'zod'
import { policySchema } from '../policy/policy.ts'
import { query } from './declare.ts'
import { date } from './pieces.ts'

export const policies = {
  /** The policy in force today. */
  current: query({
    access: 'policy.read',
    output: z.object({ version: z.number().int(), effectiveFrom: date, policy: policySchema }),
  }),
}
