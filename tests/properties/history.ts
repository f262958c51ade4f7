import { rmSync } from 'node:fs'
import path from 'node:path'
import { sqliteOf } from '#main/store/handle.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'
import type { Act } from './acts.ts'
import { nextStep } from './next-step.ts'

/** Plays a history through the real application. What is refused is refused; anything unexpected stops it. */

const consultants: readonly PersonName[] = ['chen', 'li', 'zhou']
const expected = new Set([
  'RULE_REFUSED',
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'STALE_VERSION',
  'PERMISSION_DENIED',
])
const grades = ['H', 'A', 'B', 'C'] as const
const gradeFor = { H: 5, A: 12, B: 25, C: 45 } as const
const first = asBusinessDate('2026-03-02')

export interface History {
  readonly store: TrainingStore
  readonly today: () => BusinessDate
  readonly play: (act: Act) => void
  /** Rows of written SQL, read through the store's own connection. */
  readonly rows: <T = { id: string }>(sql: string, ...parameters: (string | number)[]) => T[]
  readonly close: () => void
}

/** One of several, chosen by any number. */
const pick = <T>(of: readonly T[], by: number): T | undefined => of[by % Math.max(1, of.length)]

const results = ['reached', 'reached', 'reached', 'no_answer', 'busy', 'hung_up'] as const

export function openHistory(): History {
  const store = openTrainingStore({ now: first })
  let today: BusinessDate = first
  let minute = 0
  const rows: History['rows'] = (sql, ...parameters) =>
    sqliteOf(store.application.store)
      .prepare(sql)
      .all(...parameters) as never
  const call = (as: PersonName, name: string, input: unknown) => {
    minute += 1
    const [hour, rest] = [9 + Math.floor(minute / 60), minute % 60]
    store.setNow(`${today} ${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`)
    const answer = store.answer(as, name, input)
    if (!answer.ok && !expected.has(answer.error.code))
      throw new Error(`${name} ${JSON.stringify(input)}: ${answer.error.code} ${answer.error.message}`)
    return answer.ok ? ((answer.value ?? {}) as Record<string, never>) : undefined
  }
  const nameOf = (id: string | undefined) => consultants.find((name) => store.ids[name] === id) ?? 'chen'
  const after = (days: number) => addDays(today, days)
  const openOpportunity = (which: number) =>
    pick(
      rows<{ id: string; ownerId: string; grade: string; version: number }>(
        "select opportunity_id as id, owner_id as ownerId, grade, version from opportunities where status = 'open' order by rowid",
      ),
      which,
    )

  const players: { readonly [D in Act['do']]: (act: Extract<Act, { do: D }>) => void } = {
    wait: ({ days }) => {
      today = addDays(today, days)
      minute = 0
      call('manager', 'store.status', {})
    },
    register: ({ who, grade, days }) => {
      const code = pick(grades, grade) ?? 'H'
      const as = pick(consultants, who) ?? 'chen'
      call(
        as,
        'customers.register',
        intake({
          opportunity: { grade: code, expectedPurchaseDate: after(gradeFor[code]) },
          plan: { on: after(days % (code === 'H' ? 4 : 9)) },
        }),
      )
    },
    follow: ({ which, how, days }) => {
      const opportunity = openOpportunity(which)
      if (!opportunity) return
      const result = pick(results, how) ?? 'reached'
      const [plan] = rows<{ assigneeId: string }>(
        "select assignee_id as assigneeId from plans where opportunity_id = ? and status = 'open'",
        opportunity.id,
      )
      call(nameOf(how % 2 ? plan?.assigneeId : opportunity.ownerId), 'followUps.execute', {
        opportunityId: opportunity.id,
        result,
        channel: 'phone',
        content: how % 3 ? '客户说周末来看车' : '好的',
        next: nextStep(how, after(days)),
      })
    },
    missed: ({ which }) => {
      const appointment = pick(
        rows('select appointment_id as id from appointments where outcome is null order by rowid'),
        which,
      )
      if (appointment) call('director', 'appointments.noShow', { appointmentId: appointment.id })
    },
    move: ({ which, days }) => {
      const plan = pick(rows("select plan_id as id from plans where status = 'open' order by rowid"), which)
      if (plan) call('director', 'followUps.move', { planId: plan.id, on: after(days), reason: '客户要求' })
    },
    allow: ({ which, days }) => {
      const opportunity = openOpportunity(which)
      const input = { opportunityId: opportunity?.id, on: after(days), reason: '客户出差' }
      if (opportunity) call('director', 'followUps.allowBeyondLimit', input)
    },
    expect: ({ which, days }) => {
      const opportunity = openOpportunity(which)
      if (!opportunity) return
      call(nameOf(opportunity.ownerId), 'opportunities.update', {
        opportunityId: opportunity.id,
        version: opportunity.version,
        opportunity: {
          grade: days <= 7 ? 'H' : days <= 15 ? 'A' : days <= 30 ? 'B' : 'C',
          expectedPurchaseDate: after(days),
        },
      })
    },
    decideLoss: ({ which, yes }) => {
      const waiting = pick(
        rows("select opportunity_id as id from opportunities where status = 'lost_waiting'"),
        which,
      )
      if (waiting) call('director', yes ? 'losses.approve' : 'losses.refuse', { opportunityId: waiting.id })
    },
    askLeave: ({ who, days, length, sick }) => {
      const from = sick ? after(-days) : after(days)
      call(pick(consultants, who) ?? 'chen', 'leaves.request', {
        from,
        until: addDays(from, length),
        kind: sick ? 'sick' : 'vacation',
      })
    },
    handOff: ({ which, line, cover }) => {
      const leave = leaveOf(which)
      if (!leave) return
      const { unresolved = [] } =
        (call('director', 'leaves.handoff', { leaveId: leave.id }) as unknown as {
          unresolved?: { planId: string | null; opportunityId: string }[]
        }) ?? {}
      const found = pick(unresolved, line)
      const colleague = consultants.map((name) => store.ids[name]).find((id) => id !== leave.staffId)
      if (found?.planId) {
        call('director', 'leaves.resolve', {
          leaveId: leave.id,
          planId: found.planId,
          way: cover ? 'cover' : 'postpone',
          ...(cover ? { staffId: colleague } : {}),
        })
      }
    },
    postponeRest: ({ which }) => onLeave(which, 'leaves.postponeRest'),
    confirmLeave: ({ which }) => onLeave(which, 'leaves.confirm'),
    cancelLeave: ({ which }) => onLeave(which, 'leaves.cancel'),
    shortenLeave: ({ which, days }) => onLeave(which, 'leaves.shorten', { until: after(days - 1) }),
    reassign: ({ from, to, even, some }) => {
      const sender = store.ids[pick(consultants, from) ?? 'chen']
      const receivers = consultants.map((name) => store.ids[name]).filter((id) => id !== sender)
      const owned = rows('select customer_id as id from customers where owner_id = ? order by rowid', sender)
      const customerIds =
        some % 3 === 0 ? 'all' : owned.filter((_, i) => i % 2 === some % 2).map(({ id }) => id)
      if (customerIds.length === 0) return
      call('director', 'reassignments.apply', {
        from: sender,
        customerIds,
        to: even ? receivers : [pick(receivers, to)],
        spread: even ? 'evenByGrade' : 'one',
        reason: '离职交接',
      })
    },
    undo: ({ which }) => {
      const made = pick(rows('select reassignment_id as id from reassignments order by rowid desc'), which)
      if (made) call('director', 'reassignments.undo', { reassignmentId: made.id })
    },
    judge: ({ which, how }) => {
      const violation = pick(
        rows<{ id: string; staffId: string }>(
          "select violation_id as id, staff_id as staffId from violations where status in ('raised', 'confirmed', 'objected') order by rowid",
        ),
        which,
      )
      if (!violation) return
      const violationIds = [violation.id]
      if (how === 'object')
        call(nameOf(violation.staffId), 'violations.object', { violationIds, reason: '客户没接' })
      else if (how === 'waive') call('director', 'violations.waive', { violationIds, reason: '系统故障' })
      else call('director', 'violations.confirm', { violationIds, lowerSuspension: how === 'lower' })
    },
    approve: ({ some }) => {
      const waiting = rows(
        `select violation_id as id from violations where status = 'confirmed' order by "on", rowid`,
      )
      const chosen = waiting.slice(0, 1 + (some % Math.max(1, waiting.length))).map(({ id }) => id)
      if (chosen.length > 0) call('director', 'penalties.approve', { violationIds: chosen })
    },
    reverse: ({ which, keep }) => {
      const entry = pick(
        rows<{ id: string }>(
          "select entry_id as id from penalty_entries where part = 'own' order by sequence",
        ),
        which,
      )
      if (!entry) return
      const items = rows('select violation_id as id from penalty_items where entry_id = ?', entry.id)
      call('director', 'penalties.reverse', {
        ids: [entry.id],
        reason: '录入有误',
        ...(keep ? { keepViolationIds: items.slice(0, 1).map(({ id }) => id) } : {}),
      })
    },
    claim: ({ which, who }) => {
      const customer = pick(
        rows<{ id: string; mobile: string }>(
          'select customer_id as id, mobile from customers order by rowid',
        ),
        which,
      )
      const claimant = pick(consultants, who) ?? 'chen'
      if (!customer) return
      const contact = call(claimant, 'followUps.recordForAnother', {
        phone: customer.mobile,
        result: 'reached',
        channel: 'phone',
        content: '客户主动联系我看车',
      })
      if (contact)
        call(claimant, 'claims.file', {
          customerId: customer.id,
          followUpId: contact['followUpId'],
          statement: '超过三十天没有跟进',
        })
    },
    decideClaim: ({ which, yes }) => {
      const claim = pick(
        rows("select claim_id as id from claims where status in ('filed', 'answered')"),
        which,
      )
      if (!claim) return
      call('director', 'claims.decide', {
        claimId: claim.id,
        decision: yes ? 'approve' : 'refuse',
        reason: '按录音',
        withoutRecording: true,
      })
    },
    resign: ({ who }) => {
      const staffId = store.ids[pick(consultants, who) ?? 'chen']
      const [owned] = rows<{ n: number }>(
        "select count(*) as n from opportunities where owner_id = ? and status in ('open', 'lost_waiting')",
        staffId,
      )
      // whoever owns nothing stays all the same, so that the history goes on.
      if (owned?.n && call('director', 'staff.setStatus', { staffId, status: 'resigned' }) !== undefined)
        throw new Error('somebody resigned while he owned an open opportunity')
    },
    instruct: ({ which, helped }) => {
      const customer = pick(
        rows<{ id: string; ownerId: string }>(
          'select customer_id as id, owner_id as ownerId from customers order by rowid',
        ),
        which,
      )
      const helperId = consultants.map((name) => store.ids[name]).find((id) => id !== customer?.ownerId)
      if (customer)
        call('director', 'instructions.add', {
          customerId: customer.id,
          text: '今天再联系一次',
          ...(helped ? { helperId } : {}),
        })
    },
    answerInstruction: ({ which }) => {
      const asked = pick(
        rows<{ id: string; staffId: string; helperId: string | null }>(
          'select instruction_id as id, staff_id as staffId, helper_id as helperId from instructions order by rowid',
        ),
        which,
      )
      if (asked)
        call(nameOf(which % 2 ? (asked.helperId ?? asked.staffId) : asked.staffId), 'instructions.answer', {
          instructionId: asked.id,
          text: '已联系',
        })
    },
    closeInstruction: ({ which }) => {
      const asked = pick(
        rows('select instruction_id as id from instructions where closed_at is null order by rowid'),
        which,
      )
      if (asked) call('director', 'instructions.close', { instructionId: asked.id })
    },
    link: ({ which, other }) => {
      const known = rows('select customer_id as id from customers order by rowid')
      const [customer, relative] = [pick(known, which), pick(known, other)]
      if (customer && relative)
        call('director', 'customers.linkRelative', {
          customerId: customer.id,
          relativeId: relative.id,
          relation: 'spouse',
        })
    },
    unlink: ({ which }) => {
      const linked = pick(
        rows<{ id: string; relativeId: string }>(
          'select customer_id as id, relative_id as relativeId from relatives order by rowid',
        ),
        which,
      )
      if (linked)
        call('director', 'customers.unlinkRelative', { customerId: linked.id, relativeId: linked.relativeId })
    },
    report: ({ which, accept }) => {
      const report = pick(
        rows<{ id: string; staffId: string; version: number }>(
          `select rectification_id as id, staff_id as staffId, version from rectifications
           where status in ('due', 'returned') order by rowid`,
        ),
        which,
      )
      if (!report) return
      const { id: rectificationId, staffId, version } = report
      const written = { cause: '漏看', measures: '每天核对', deadlineOn: after(3) }
      if (!call(nameOf(staffId), 'rectifications.write', { rectificationId, version, ...written })) return
      const decided = { decision: accept ? 'accept' : 'return', note: '按时完成' }
      call('director', 'rectifications.review', { rectificationId, version: version + 1, ...decided })
    },
    suspend: ({ which, days, lower }) => {
      const proposed = pick(
        rows("select suspension_id as id from suspensions where status = 'proposed' order by rowid"),
        which,
      )
      if (proposed)
        call('director', 'suspensions.decide', {
          suspensionId: proposed.id,
          ...(lower
            ? { decision: 'lower', note: '初犯' }
            : { decision: 'suspend', from: today, until: after(days) }),
        })
    },
    publish: ({ which, days }) => {
      const current = store.ok('director', 'policies.current').policy
      const policy: Policy = {
        ...current,
        grades: current.grades.map((grade) => ({
          ...grade,
          revisitEveryDays: Math.max(
            1,
            Math.min(grade.closeWithinDays ?? 60, grade.revisitEveryDays + (which % 5) - 2),
          ),
        })),
        switches: { ...current.switches, cover: which % 4 !== 0, appointmentPlansForAll: which % 3 !== 0 },
      }
      call('director', 'policies.publish', { policy, effectiveFrom: after(days) })
    },
    closeStore: ({ days }) => {
      const { closedDates } = store.ok('director', 'store.status')
      call('director', 'store.setCalendar', { closedDates: [...new Set([...closedDates, after(days + 1)])] })
    },
  }
  function leaveOf(which: number) {
    return pick(
      rows<{ id: string; staffId: string }>(
        'select leave_id as id, staff_id as staffId from leaves where cancelled_at is null order by rowid desc',
      ),
      which % 3,
    )
  }
  function onLeave(which: number, name: string, more: object = {}) {
    const leave = leaveOf(which)
    if (leave) call('director', name, { leaveId: leave.id, ...more })
  }
  // Covers are seldom enough; a store that never allows them would show none.
  players.publish({ do: 'publish', which: 2, days: 0 })
  return {
    store,
    today: () => today,
    // The table is total over the acts; TypeScript cannot follow the pair.
    play: (act) => (players[act.do] as (act: Act) => void)(act),
    rows,
    close: () => {
      store.application.close()
      rmSync(path.dirname(store.file), { recursive: true, force: true })
    },
  }
}
