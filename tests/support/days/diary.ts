import type { contract, InputOf, OutputOf } from '#shared/contract/index.ts'
import type { Figure } from '#shared/domain/codes.ts'
import type { Talk } from '#tests/support/command-line.ts'
import type { LooseInput } from '#tests/support/training-store.ts'

/** A store driven over weeks on the command line, and what happened in it as text. */

type Contract = typeof contract
type Path = { [N in keyof Contract]: `${N & string}.${keyof Contract[N] & string}` }[keyof Contract]
type DeclarationOf<P> = P extends `${infer N}.${infer V}`
  ? N extends keyof Contract
    ? V extends keyof Contract[N]
      ? Contract[N][V]
      : never
    : never
  : never
type Execution = InputOf<Contract['followUps']['execute']>

export interface Deal {
  readonly customer: string
  readonly owner: string
  readonly customerId: string
  readonly opportunityId: string
}

export const day = (date: string) => date.slice(5)

export function makeDiary(talk: Talk) {
  const tokens = new Map<string, string>()
  const ids = new Map<string, string>()
  const lines: string[] = []
  let now = '2026-03-02T09:00:00+08:00'
  const note = (line: string) => void lines.push(`${day(now.slice(0, 10))} ${line}`)

  const ask = <P extends Path>(who: string | null, call: P, input?: LooseInput<P>) =>
    talk.say({ call, input, now, ...(who === null ? {} : { token: tokens.get(who) }) })
  const ok = async <P extends Path>(
    who: string | null,
    call: P,
    input?: LooseInput<P>,
  ): Promise<OutputOf<DeclarationOf<P>>> => {
    const answer = await ask(who, call, input)
    if (!answer.ok) throw new Error(`${now} ${who} ${call}: ${answer.error?.code} ${answer.error?.message}`)
    return answer.value as OutputOf<DeclarationOf<P>>
  }
  const signIn = async (login: string, password: string) => {
    const { token, staff } = await ok(null, 'session.signIn', { login, password })
    tokens.set(login, token)
    ids.set(login, staff.staffId)
  }

  return {
    lines,
    ok,
    signIn,
    idOf: (login: string) => ids.get(login) ?? '',

    at: (date: string, time = '10:00') => {
      now = `2026-${date}T${time}:00+08:00`
    },

    /** Somebody new, who replaces his one-time secret. */
    hire: async (
      name: string,
      role: 'consultant' | 'manager' | 'director',
      rest: { managerId?: string; restWeekdays?: number[] } = {},
    ) => {
      const { oneTimeSecret } = await ok('admin', 'staff.add', { name, login: name, role, ...rest })
      await signIn(name, oneTimeSecret)
      await ok(name, 'session.changePassword', { current: oneTimeSecret, next: name })
    },

    /** What is refused, and why: the codes of its reasons or of its fields. */
    refused: async <P extends Path>(who: string, call: P, input: LooseInput<P>, said: string) => {
      const { error } = await ask(who, call, input)
      const why = error?.reasons?.map(({ code }) => code) ??
        error?.issues?.map(({ code }) => code) ?? [error?.code]
      note(`${who} ${said}: refused, ${why.join(', ')}`)
    },

    register: async (
      owner: string,
      customer: string,
      grade: string,
      expected: string,
      plan: string,
    ): Promise<Deal> => {
      const mobile = `139${String(10_000_000 + lines.length)}`
      const made = await ok(owner, 'customers.register', {
        customer: {
          name: customer,
          gender: 'male',
          mobile,
          birthday: '1990-01-01',
          area: '江阴',
          source: 'walk_in',
          customerType: 'person',
        },
        opportunity: {
          model: '帕萨特',
          grade,
          expectedPurchaseDate: `2026-${expected}`,
          purchaseType: 'first',
        },
        plan: { on: `2026-${plan}`, channel: 'phone', purpose: '' },
      })
      note(`${owner} registers ${customer} ${grade} ${expected}: plan ${plan}, limit ${day(made.limit)}`)
      return { customer, owner, customerId: made.customerId, opportunityId: made.opportunityId }
    },

    /** Executes the open plan of a deal; `next` is the date of the next plan or the end. */
    execute: async (
      { owner, customer, opportunityId }: Deal,
      result: Execution['result'],
      next:
        | string
        | {
            readonly kind: 'ordered' | 'lost'
            readonly reason?: string
            readonly note?: string
            readonly competitor?: string
          },
      rest: Partial<LooseInput<'followUps.execute'>> = {},
    ) => {
      const plan =
        typeof next === 'string' ? { kind: 'plan', on: `2026-${next}`, channel: 'phone', purpose: '' } : next
      const content = result === 'reached' ? '客户说周末带家人来看车' : ''
      const input = { opportunityId, result, channel: 'phone', content, next: plan, ...rest }
      const done = await ok(owner, 'followUps.execute', input as LooseInput<'followUps.execute'>)
      const { grade, expectedPurchaseDate: expected } = rest.opportunity ?? {}
      const now = [grade, expected && day(expected)].filter(Boolean).join(' ')
      const what = `${result}${done.effective.yes ? ', effective' : ''}${now ? `, now ${now}` : ''}`
      const then = typeof next === 'string' ? `plan ${next}, limit ${day(done.limit ?? '')}` : next.kind
      note(`${owner} ${customer} ${what}: ${then}`)
    },

    note,

    /** The to-do list of somebody, a line an item. */
    toDo: async (who: string) => {
      const { items } = await ok(who, 'toDo.list')
      const told = items.map(({ kind, customerName, on, daysOverdue, thinIce, daysLeft }) => {
        const overdue = daysOverdue > 0 ? ` ${daysOverdue}d` : ''
        return `${kind} ${customerName} ${day(on)}${overdue}${thinIce ? ` thin ice ${daysLeft}` : ''}`
      })
      note(`${who} to do: ${told.join(' · ') || 'nothing'}`)
    },

    /** The figures of the daily check that are not zero, by consultant. */
    check: async (who: string, on: string) => {
      const sheet = await ok(who, 'dailyCheck.get', { on: `2026-${on}` })
      for (const { name, figures, effectiveRate } of sheet.consultants) {
        const told = (Object.entries(figures) as [Figure, number][]).filter(([, count]) => count > 0)
        const rate = effectiveRate === null ? '' : ` · effective ${Math.round(effectiveRate * 100)} %`
        note(
          `check ${on} ${name}: ${told.map(([figure, count]) => `${figure} ${count}`).join(' · ') || 'nothing'}${rate}`,
        )
      }
      note(`check ${on}: ${sheet.violationsRaised} raised, ${sheet.lossesWaiting} losses waiting`)
    },

    /** How a customer is protected (R-5.7). */
    protection: async ({ owner, customer, customerId }: Deal) => {
      const { protection } = await ok(owner, 'customers.get', { customerId })
      const told =
        protection && `protected until ${day(protection.protectedUntil)}, ${protection.daysLeft} days left`
      note(`${customer} ${told ?? 'needs no protection'}${protection?.thinIce ? ', thin ice' : ''}`)
    },

    /** Where a deal stands. */
    standing: async ({ owner, customer, customerId }: Deal) => {
      const card = await ok(owner, 'customers.get', { customerId })
      const [deal] = card.opportunities
      const plan = card.plans.find(({ status }) => status === 'open')
      note(
        `${customer} ${deal?.status} ${deal?.grade} ${day(deal?.expectedPurchaseDate ?? '')}` +
          `${plan ? `, plan ${day(plan.on)}, limit ${day(deal?.limit ?? '')}` : ''}, ${card.followUps.length} follow-ups`,
      )
    },
  }
}
export type Diary = ReturnType<typeof makeDiary>

/** A timeline worked out by hand: one line an entry, what stands behind `#` says how. */
export const worked = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => (line.split('#')[0] ?? '').trim())
    .filter((line) => line !== '')
