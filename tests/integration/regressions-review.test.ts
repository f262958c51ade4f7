import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import type { Output } from '#shared/contract/index.ts'
import { planOn, reach, readRows, writeRows } from '#tests/support/book.ts'
import { fileClaim, makeContested, phoneOf, writeRecording } from '#tests/support/books/contested.ts'
import {
  allowCover,
  codesOf,
  openLeaveStore,
  planRow,
  registerWang,
  vacation,
} from '#tests/support/books/leave-store.ts'
import { intervals } from '#tests/support/policies.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { ask } from '#tests/support/books/recordings.ts'
import { wav, writeSound } from '#tests/support/books/sounds.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** Faults that a review of the code found, each with what must be true instead. */

const coverForChen = (store: TrainingStore, confirmed: boolean) => {
  allowCover(store)
  const made = registerWang(store)
  const { leaveId } = store.ok('chen', 'leaves.request', vacation)
  store.ok('chen', 'leaves.resolve', {
    leaveId,
    planId: made.planId,
    way: 'cover',
    staffId: store.ids.li,
  })
  if (confirmed) store.ok('manager', 'leaves.confirm', { leaveId })
  return { ...made, leaveId }
}
const everyDay = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, i) => `2026-03-${String(from + i).padStart(2, '0')}`)
/** The same history, once with a roll on each date and once with one roll for all of them. */
const rolledBothWays = (confirmed: boolean, prepare: (store: TrainingStore) => void, until: number) =>
  [everyDay(8, until), [`2026-03-${until}`]].map((days) => {
    const store = openLeaveStore()
    const { planId } = coverForChen(store, confirmed)
    prepare(store)
    for (const day of days) {
      store.setNow(day)
      store.ok('manager', 'dayRoll.run')
    }
    return {
      plan: planRow(store, planId)?.due_on,
      violations: readRows<{ kind: string; on: string }>(
        store,
        'select kind, "on" from violations order by "on", kind',
      ),
    }
  })

describe('the day roll over a cover that ends (R-1.5, R-6.4)', () => {
  it('judges a cover of a leave that nobody confirmed the same however late it runs', () => {
    const [daily, atOnce] = rolledBothWays(false, () => {}, 18)
    expect(daily?.violations.length).toBeGreaterThan(0)
    expect(atOnce).toEqual(daily)
  })

  it('applies a policy that came into force during the cover the same however late it runs', () => {
    const publish = (store: TrainingStore) => {
      const policy = intervals({ H: 1, A: 1, B: 1, C: 1 })
      store.ok('director', 'policies.publish', {
        policy: { ...policy, switches: { ...policy.switches, cover: true } },
        effectiveFrom: '2026-03-08',
      })
    }
    const [daily, atOnce] = rolledBothWays(true, publish, 18)
    expect(atOnce).toEqual(daily)
  })
})

describe('a leave (R-6.1, R-6.3)', () => {
  it('is not asked for further ahead than a calendar reaches', () => {
    const store = openLeaveStore()
    for (const call of ['leaves.preview', 'leaves.request'] as const) {
      const far = { from: '2026-03-09', until: '9999-12-31', kind: 'vacation' } as const
      const { kind: _, ...span } = far
      expect(store.refused('chen', call, call === 'leaves.request' ? far : span)).toMatchObject({
        issues: [{ field: 'until', code: 'too_large' }],
      })
    }
    expect(store.ok('manager', 'leaves.list').rows).toEqual([])
  })

  it('shields what it postponed also under a policy that would have had the limit before it', () => {
    const store = openLeaveStore()
    const { planId } = registerWang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    store.ok('chen', 'leaves.resolve', { leaveId, planId })
    store.ok('manager', 'leaves.confirm', { leaveId })
    store.ok('director', 'policies.publish', { policy: intervals({ H: 1 }), effectiveFrom: '2026-03-08' })
    store.setNow('2026-03-14')
    store.ok('manager', 'dayRoll.run')
    expect(readRows(store, 'select kind from violations')).toEqual([])
    expect(planRow(store, planId)).toMatchObject({ due_on: '2026-03-16' })
  })
})

describe('a follow-up in cover (R-6.4)', () => {
  it('leaves its next plan with the colleague while the owner is away, and with the owner afterwards', () => {
    const store = openLeaveStore()
    const { opportunityId, leaveId } = coverForChen(store, true)
    const attempt = (on: string) =>
      store.ok('li', 'followUps.execute', {
        opportunityId,
        result: 'no_answer',
        channel: 'phone',
        content: '',
        next: planOn(on),
      }).nextPlanId ?? ''
    store.setNow('2026-03-10')
    const next = attempt('2026-03-12')
    expect(planRow(store, next)).toMatchObject({ assignee_id: store.ids.li, leave_id: leaveId })
    expect(store.ok('manager', 'leaves.handoff', { leaveId }).unresolved).toEqual([])
    store.setNow('2026-03-12')
    expect(store.ok('li', 'toDo.list').items).toMatchObject([{ planId: next }])
    const last = attempt('2026-03-14')
    expect(planRow(store, last)).toMatchObject({ assignee_id: store.ids.chen, leave_id: null })
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })
})

describe('a colleague who covers (R-6.4)', () => {
  it('calls for the owner, and never in his own name', () => {
    const store = openLeaveStore()
    const { customerId } = coverForChen(store, true)
    store.setNow('2026-03-10')
    const input = { phone: phoneOf(store, customerId), result: 'reached', channel: 'phone' } as const
    const refused = store.refused('li', 'followUps.recordForAnother', { ...input, content: '客户想换顾问' })
    expect(codesOf(refused)).toEqual(['plan_covered_for'])
    store.ok('zhou', 'followUps.recordForAnother', { ...input, content: '客户想换顾问' })
  })

  it.each([
    ['staff.setStatus', { status: 'suspended' }],
    ['staff.update', { role: 'front_desk' }],
  ] as const)('gives back what he cannot do any more: %s %j', (call, change) => {
    const store = openLeaveStore()
    const { planId, leaveId } = coverForChen(store, true)
    expect(store.answer('admin', call, { staffId: store.ids.li, ...change }).ok).toBe(true)
    // The owner is away on its day, and so it waits for him as if he had postponed it himself.
    expect(planRow(store, planId)).toMatchObject({
      assignee_id: store.ids.chen,
      due_on: '2026-03-16',
      leave_id: leaveId,
    })
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })
})

describe('an import that is taken back', () => {
  it('names the customers that a leave has touched since, and stays', async () => {
    const store = openTrainingStore({ now: '2026-03-02' })
    const ledger = path.join(path.dirname(store.file), 'ledger.xlsx')
    copyFileSync(path.resolve(import.meta.dirname, '../fixtures/ledgers/ledger.xlsx'), ledger)
    const run = await store.answerAsync('manager', 'imports.run', { path: ledger })
    if (!run.ok) throw new Error(run.error.message)
    const { batchId } = run.value as Output<'imports', 'run'>
    const { unresolved } = store.ok('chen', 'leaves.request', {
      from: '2026-03-03',
      until: '2026-03-31',
      kind: 'vacation',
    })
    expect(unresolved).toBeGreaterThan(0)
    const refused = store.refused('manager', 'imports.undo', { batchId })
    expect(refused).toMatchObject({ code: 'VALIDATION_FAILED', issues: [{ code: 'worked_on' }] })
  })
})

describe('customers of others (R-13.2, S5)', () => {
  it('keep their phone from the manager of a colleague who covers', () => {
    const store = openLeaveStore()
    allowCover(store)
    const made = registerWang(store)
    const { leaveId } = store.ok('chen', 'leaves.request', vacation)
    const { planId } = made
    store.ok('chen', 'leaves.resolve', { leaveId, planId, way: 'cover', staffId: store.ids.zhou })
    store.ok('manager', 'leaves.confirm', { leaveId })
    store.setNow('2026-03-10')
    const staffId = store.ids.zhou
    const phones = (who: 'zhou' | 'otherManager' | 'director') => [
      ...store.ok(who, 'toDo.list', { staffId }).items.map(({ phone }) => phone),
      ...store.ok(who, 'leaves.briefings', { staffId }).rows.map(({ phone }) => phone),
    ]
    const isWhole = (phone: string | null) => /^1\d{10}$/.test(phone ?? '')
    expect(phones('zhou').every(isWhole)).toBe(true)
    expect(phones('director').every(isWhole)).toBe(true)
    expect(phones('otherManager').some(isWhole)).toBe(false)
  })

  it('keep their name from whoever called one of them', () => {
    const store = openTrainingStore({ now: '2026-03-02' })
    const mobiles = ['13900000001', '13900000002', '13900000003', '13900000004']
    mobiles.forEach((mobile, i) =>
      store.ok('chen', 'customers.register', {
        customer: {
          name: `欧阳${'甲乙丙丁'[i]}`,
          gender: 'male',
          mobile,
          birthday: '1988-05-20',
          area: '江阴',
          source: 'walk_in',
          customerType: 'person',
        },
        opportunity: {
          model: '帕萨特',
          expectedPurchaseDate: '2026-03-06',
          grade: 'H',
          purchaseType: 'first',
        },
        plan: { on: '2026-03-05', channel: 'phone', purpose: '' },
      }),
    )
    store.setNow('2026-03-04')
    for (const phone of mobiles) {
      const input = { phone, result: 'reached', channel: 'phone', contactedOn: '2026-03-03' } as const
      store.ok('zhou', 'followUps.recordForAnother', { ...input, content: '客户说周末来店里看车' })
    }
    for (const who of ['zhou', 'otherManager'] as const) {
      const seen = [
        store.ok(who, 'dailyCheck.get', { on: '2026-03-04' }),
        store.ok(who, 'dailyCheck.lines', { on: '2026-03-04', figure: 'lateRecorded' }),
      ]
      expect(JSON.stringify(seen)).not.toMatch(/欧阳|1390000000/)
      expect(JSON.stringify(seen)).toMatch(/欧\*\*/)
    }
  })

  it('are known by name to a helper until the instruction is closed', () => {
    const { store, customerId } = makeContested()
    const helperId = store.ids.li
    const { instructionId } = store.ok('manager', 'instructions.add', {
      customerId,
      text: '一起去家访',
      helperId,
    })
    const nameFor = (who: 'li' | 'chen') => store.ok(who, 'instructions.list').rows[0]?.customerName
    store.ok('li', 'instructions.answer', { instructionId, text: '去过了' })
    expect(nameFor('li')).toBe('王伟')
    store.ok('manager', 'instructions.close', { instructionId })
    expect([nameFor('li'), nameFor('chen')]).toEqual(['王**', '王伟'])
  })

  it('keep their phone where a recording is named after it', () => {
    const { store, customerId, phone, opportunityId } = makeContested()
    const [own] = readRows<{ id: string }>(
      store,
      `select follow_up_id as id from follow_ups where opportunity_id = '${opportunityId}'`,
    )
    store.setNow('2026-04-03')
    const { claimId, followUpId } = fileClaim(store, 'li', { customerId, phone })
    writeRecording(store, 'answer', own?.id ?? '')
    writeRecording(store, 'called', followUpId)
    writeRows(store, 'update recordings set file_name = ?', `${phone}_20260402_100000.mp3`)
    store.ok('chen', 'claims.answer', { claimId, text: '一直在跟进', recordingId: 'answer' })
    const claim = store.ok('li', 'claims.get', { claimId })
    expect(claim.answerRecording?.fileName).toBe(
      `${phone.slice(0, 3)}****${phone.slice(-4)}_20260402_100000.mp3`,
    )
    const seen = JSON.stringify([claim, store.ok('li', 'claims.list'), store.ok('li', 'recordings.list')])
    expect(seen).not.toContain(phone)
    expect(JSON.stringify(store.ok('chen', 'claims.get', { claimId }))).toContain(phone)
  })
})

describe('a recording of a contact in cover (R-5.6, R-6.4)', () => {
  it('renews the owner for whom it counts, and nobody who became owner since', async () => {
    const store = openLeaveStore()
    const { opportunityId, customerId } = coverForChen(store, true)
    store.setNow('2026-03-11')
    const { followUpId } = reach(store, 'li', opportunityId, planOn('2026-03-12'), {
      contactedOn: '2026-03-10',
    })
    store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      to: [store.ids.li],
      customerIds: [customerId],
      spread: 'one',
      reason: '移交',
    })
    const sound = writeSound(makeFolder(), 'call.wav', wav(1500))
    expect(await ask(store, 'li', 'attach', { followUpId, path: sound })).toMatchObject({ effective: true })
    expect(readRows(store, 'select last_effective_on as "on" from customers')).toEqual([{ on: null }])
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })
})
