import fc from 'fast-check'
import { expect, it } from 'vitest'
import { propertyRuns } from '#tests/support/property-runs.ts'
import { sound } from '#tests/support/books/reassigning.ts'
import type { PersonName } from '#tests/support/training-store.ts'
import { anyAct, type Act } from './acts.ts'
import { openHistory, type History } from './history.ts'

/** R-10 Whatever happens to leads among everything else, they contradict neither themselves nor the book. */

/** How many histories each property sees. */
const numRuns = propertyRuns(40)
const minutes = 600_000

const index = fc.nat({ max: 97 })
type LeadAct = {
  readonly do: 'lead' | 'assign' | 'trouble' | 'close' | 'meet' | 'merge'
  readonly which: number
  readonly how: number
}
const kinds = [
  'lead',
  'lead',
  'lead',
  'assign',
  'trouble',
  'trouble',
  'trouble',
  'close',
  'meet',
  'merge',
] as const
const leadAct: fc.Arbitrary<LeadAct> = fc.record({ do: fc.constantFrom(...kinds), which: index, how: index })
const isLeadAct = (act: Act | LeadAct): act is LeadAct => kinds.some((kind) => kind === act.do)
const anyHistory = fc.array(fc.oneof(anyAct, leadAct), { minLength: 15, maxLength: 60, size: 'max' })

const consultants: readonly PersonName[] = ['chen', 'li', 'zhou']
const expected = ['RULE_REFUSED', 'VALIDATION_FAILED', 'NOT_FOUND', 'PERMISSION_DENIED', 'STALE_VERSION']
const pick = <T>(of: readonly T[], by: number): T | undefined => of[by % Math.max(1, of.length)]

function playLead({ store, rows, today }: History, { do: kind, which, how }: LeadAct): void {
  const ask = (as: PersonName, call: string, input: unknown) => {
    const answer = store.answer(as, call, input)
    if (!answer.ok && !expected.includes(answer.error.code))
      throw new Error(`${call} ${JSON.stringify(input)}: ${answer.error.code} ${answer.error.message}`)
  }
  const who = pick(consultants, which) ?? 'chen'
  const phones = rows<{ phone: string }>('select phone from customer_phones order by rowid')
  const lead = pick(rows("select lead_id as id from leads where status <> 'closed' order by rowid"), which)
  if (kind === 'lead') {
    const known = how % 3 === 0 ? pick(phones, which)?.phone : undefined
    const phone = known ?? `136${String(30_000_000 + which * 100 + how)}`
    const assign = pick(['rotation', 'later', store.ids[who]], how)
    ask('director', 'leads.add', { name: '吴敏', phone, assign, grade: pick(['H', 'A', 'B', 'C'], which) })
  } else if (kind === 'assign' && lead)
    ask('director', 'leads.assign', { leadIds: [lead.id], to: how % 2 ? 'rotation' : store.ids[who] })
  else if (kind === 'close' && lead) ask('director', 'leads.close', { leadId: lead.id, reason: 'invalid' })
  else if (kind === 'meet')
    ask('desk', 'visits.register', {
      kind: 'walk_in',
      partySize: 1,
      phone: pick(phones, how)?.phone ?? '13630000000',
      consultantId: store.ids[who],
      byHandReason: '点名',
    })
  else if (kind === 'merge') {
    const customers = rows<{ id: string; version: number }>(
      'select customer_id as id, version from customers where merged_into_id is null order by rowid',
    )
    const [kept, dropped] = [pick(customers, which), pick(customers, how)]
    if (!kept || !dropped) return
    const versions = { kept: kept.version, dropped: dropped.version }
    ask('director', 'merges.apply', { keptId: kept.id, droppedId: dropped.id, versions, reason: '同一人' })
  } else if (kind === 'trouble' && lead) {
    const open = rows<{ id: string; status: string }>(
      "select exception_id as id, status from lead_exceptions where status <> 'done' and lead_id = ?",
      lead.id,
    )[0]
    if (!open)
      ask('director', 'leads.raiseException', { leadId: lead.id, kind: 'own_request', note: today() })
    else if (how % 2) ask('director', 'leads.nameHelper', { exceptionId: open.id, helperId: store.ids[who] })
    else
      ask(pick(['director', 'manager', who], how) ?? 'director', 'leads.endException', {
        exceptionId: open.id,
        outcome: '谈过了',
      })
  }
}

it(
  'keeps leads, exceptions and the book sound through random histories',
  () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const history = openHistory()
        try {
          for (const act of acts) {
            if (isLeadAct(act)) playLead(history, act)
            else history.play(act)
          }
          sound(history.store)
          for (const { status, n } of history.rows<{ status: string; n: number }>(
            `select status, count(*) as n from leads group by status
             union all select 'merged', count(*) from merges having count(*) > 0`,
          ))
            seen.set(status, (seen.get(status) ?? 0) + n)
        } finally {
          history.close()
        }
      }),
      { numRuns },
    )
    // What never comes about proves nothing.
    expect([...seen.keys()].sort()).toEqual(['assigned', 'closed', 'merged', 'started', 'unassigned'])
  },
  minutes,
)
