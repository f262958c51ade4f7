import { addDays } from '#shared/time/business-date.ts'
import { policyOn } from '#main/store/read/store.ts'
import type { Story } from './supervised.ts'
import { answers, instructions } from './words.ts'

type Rows<T> = { readonly rows: readonly T[] }
interface Unprotected {
  readonly customerId: string
  readonly ownerId: string
  readonly dormant: boolean
}

/** R-6 One leave that is handed over and confirmed, and one that begins soon with its lines still open. */
function askForLeave({ does, at, lastOn, people }: Story): void {
  const consultants = people.filter(({ role, managerId }) => role === 'consultant' && managerId !== null)
  const ask = (staffId: string, from: number, until: number, kind: string) =>
    does<{ leaveId: string }>(staffId, at(lastOn, '17:00'), 'leaves.request', {
      from: addDays(lastOn, from),
      until: addDays(lastOn, until),
      kind,
    })?.leaveId
  const [first] = consultants
  const leaveId = first && ask(first.staffId, 10, 12, 'training')
  if (first && leaveId) {
    does(first.staffId, at(lastOn, '17:10'), 'leaves.postponeRest', { leaveId })
    const left = does<{ unresolved: { opportunityId: string }[] }>(
      first.staffId,
      at(lastOn, '17:12'),
      'leaves.handoff',
      { leaveId },
    )
    // Whoever means to buy while he is away buys the day after, which his grade allows as well.
    for (const { opportunityId } of left?.unresolved ?? []) {
      does(first.staffId, at(lastOn, '17:15'), 'leaves.resolve', {
        leaveId,
        opportunityId,
        way: 'postpone',
        expectedPurchaseDate: addDays(lastOn, 13),
      })
    }
    does(first.managerId ?? '', at(lastOn, '17:30'), 'leaves.confirm', { leaveId })
  }
  const last = consultants.at(-1)
  if (last) ask(last.staffId, 2, 5, 'vacation')
}

/** Two claims on dormant customers: one was answered and decided, the other waits for its owner. */
function claimDormant({ does, at, lastOn, people }: Story): void {
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const list = does<Rows<Unprotected>>(director.staffId, at(lastOn, '16:00'), 'ownership.thinIce', {
    limit: 500,
  })
  const dormant = (list?.rows ?? []).filter((each) => each.dormant).slice(0, 2)
  dormant.forEach(({ customerId, ownerId }, i) => {
    const claimant = people.find(({ role, staffId }) => role === 'consultant' && staffId !== ownerId)
    const card = does<{ customer: { mobile: string } }>(
      director.staffId,
      at(lastOn, '16:00'),
      'customers.get',
      {
        customerId,
      },
    )
    if (!claimant || !card) return
    const contact = does<{ followUpId: string }>(
      claimant.staffId,
      at(lastOn, `16:1${i}`),
      'followUps.recordForAnother',
      {
        phone: card.customer.mobile,
        result: 'reached',
        channel: 'showroom_visit',
        content: '客户自己来店，说一个多月没有人联系他',
      },
    )
    const claim = contact
      ? does<{ claimId: string }>(claimant.staffId, at(lastOn, `16:2${i}`), 'claims.file', {
          customerId,
          followUpId: contact.followUpId,
          statement: '客户来店由我接待，原顾问超过三十天没有有效跟踪',
        })
      : undefined
    if (!claim || i > 0) return
    does(ownerId, at(lastOn, '16:40'), 'claims.answer', {
      claimId: claim.claimId,
      text: '上个月打过电话，没有录音',
    })
    does(director.staffId, at(lastOn, '17:50'), 'claims.decide', {
      claimId: claim.claimId,
      decision: 'approve',
      reason: '原顾问没有录音，按有效跟踪判定',
      withoutRecording: true,
    })
  })
}

/** R-9.5 The managers' instructions of the last evening: given, answered, closed. */
function instruct({ does, at, random, lastOn, people }: Story): void {
  for (const manager of people.filter(({ role }) => role === 'manager')) {
    const team = people.filter(
      ({ managerId, role }) => managerId === manager.staffId && role === 'consultant',
    )
    team.slice(0, 3).forEach((consultant, i) => {
      const found = does<Rows<{ customerId: string | null }>>(
        manager.staffId,
        at(lastOn, '18:00'),
        'toDo.list',
        { staffId: consultant.staffId, limit: 5 },
      )
      const customerId = found?.rows.find((row) => row.customerId !== null)?.customerId
      if (!customerId) return
      const given = does<{ instructionId: string }>(
        manager.staffId,
        at(lastOn, '18:05'),
        'instructions.add',
        {
          customerId,
          text: random.pick(instructions),
          dueOn: addDays(lastOn, 1),
          ...(i === 1 ? { helperId: team.at(-1)?.staffId } : {}),
        },
      )
      if (!given || i === 2) return
      const { instructionId } = given
      does(consultant.staffId, at(lastOn, '18:20'), 'instructions.see', { instructionIds: [instructionId] })
      if (i > 0) return
      does(consultant.staffId, at(lastOn, '18:30'), 'instructions.answer', {
        instructionId,
        text: random.pick(answers),
      })
    })
  }
}

/** A few customers went from one consultant to two others. */
function reassignSome({ does, at, lastOn, people }: Story): void {
  const director = people.find(({ role }) => role === 'director')
  const consultants = people.filter(({ role, status }) => role === 'consultant' && status === 'active')
  const [sender, ...others] = consultants.slice(-3)
  if (!director || !sender || others.length === 0) return
  const held = does<Rows<{ customerId: string }>>(director.staffId, at(lastOn, '17:00'), 'customers.search', {
    ownerId: sender.staffId,
    status: 'open',
    limit: 6,
  })
  const customerIds = [...new Set((held?.rows ?? []).map(({ customerId }) => customerId))]
  if (customerIds.length === 0) return
  does(director.staffId, at(lastOn, '17:20'), 'reassignments.apply', {
    from: sender.staffId,
    customerIds,
    to: others.map(({ staffId }) => staffId),
    spread: 'evenByGrade',
    reason: '片区调整',
  })
}

/** Somebody catches up in a hurry before he goes home: many within minutes, and the same words for all of them. */
function catchUp({ does, at, lastOn, people }: Story): void {
  const consultant = people.filter(({ role, status }) => role === 'consultant' && status === 'active')[2]
  if (!consultant) return
  const plans = [1, 2, 3, 4, 5, 6]
    .flatMap((days) => {
      const ask = { on: addDays(lastOn, days) }
      const list = does<Rows<{ opportunityId: string | null; planId: string | null }>>(
        consultant.staffId,
        at(lastOn, '18:30'),
        'toDo.list',
        ask,
      )
      return list?.rows ?? []
    })
    .filter(({ planId }) => planId !== null)
    .slice(0, 7)
  plans.forEach(({ opportunityId, planId }, i) => {
    const moment = at(lastOn, `18:3${i}`)
    const asked = { opportunityId, result: 'reached' }
    const plan = does<{ proposed: string }>(consultant.staffId, moment, 'opportunities.proposePlan', asked)
    if (!plan) return
    does(consultant.staffId, moment, 'followUps.execute', {
      planId,
      result: 'reached',
      channel: 'phone',
      content: '客户还在考虑，过几天再联系',
      next: { kind: 'plan', on: plan.proposed, channel: 'phone', purpose: '再次联系' },
    })
  })
}

/** A version of the policy that comes into force in two weeks: a monthly cap. */
function publishCap({ does, at, lastOn, people, store }: Story): void {
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const { policy } = policyOn(store, lastOn)
  does(director.staffId, at(lastOn, '17:40'), 'policies.publish', {
    policy: { ...policy, penalties: { ...policy.penalties, monthlyCapFen: 50_000 } },
    effectiveFrom: addDays(lastOn, 14),
    note: '考核扣款每人每月封顶 500 元',
  })
}

/** What happened on the last evening beside the daily work. */
export function spendLastEvening(story: Story): void {
  askForLeave(story)
  claimDormant(story)
  instruct(story)
  reassignSome(story)
  catchUp(story)
  publishCap(story)
}
