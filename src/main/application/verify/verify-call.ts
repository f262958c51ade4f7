import { can } from '#shared/access/can.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { untold } from '#main/store/write/audit.ts'
import type { Problem } from './check-store.ts'
import { verifyTrail, type VerifiedTrail } from './verify-trail.ts'

/** More are counted and not named. */
const namedAtMost = 200

/** Section 13: whoever may not read customers learns which row and field was touched, and not what they hold. */
function masked({ code, table, id, data }: Problem): Problem {
  // Of some tables the key itself is a phone.
  const row = table === 'customer_phones' ? untold : id
  const words = Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (name === 'trail' || name === 'stored') return [name, untold]
      return [name, table === 'customer_phones' && (name === 'row' || name === 'other') ? untold : value]
    }),
  )
  return { code, table, id: row, data: words }
}

/** S6 What was verified beside the calls; a shell that cannot wait verifies at once. */
export const verifyCall: HandlersOf<'audit'>['verify'] = (store, _input, context) => {
  const { ofTrail, ofRows, heads, ...looked } =
    (context.prepared as VerifiedTrail | undefined) ?? verifyTrail(store)
  const problems = [...ofTrail, ...ofRows]
  const mayRead = can(context.actor, 'customer.read').yes
  const broken = problems.find(({ code }) => code.startsWith('audit_'))
  const { latest } = heads
  return {
    ok: problems.length === 0,
    verifiedAt: context.now,
    ...looked,
    heads: {
      compared: heads.compared,
      matched: heads.matched,
      beforeRestore: heads.beforeRestore,
      latest: latest && { kind: latest.kind, name: latest.name, sequence: latest.sequence, at: latest.at },
    },
    findings: problems.slice(0, namedAtMost).map((each) => (mayRead ? each : masked(each))),
    findingCount: problems.length,
    firstBroken: broken ? { sequence: Number(broken.id), code: broken.code } : null,
  }
}
