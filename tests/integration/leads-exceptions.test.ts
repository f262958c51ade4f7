import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { leadIntake, leadOf } from '#tests/support/books/leads.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const raise = (store: TrainingStore, leadId: string) =>
  store.ok('chen', 'leads.raiseException', { leadId, kind: 'negative_reaction', note: '不让再打电话' })
const helping = (store: TrainingStore, leadId: string) => {
  const { exceptionId } = raise(store, leadId)
  const helperId = store.ids.li
  const { instructionId } = store.ok('manager', 'leads.nameHelper', { exceptionId, helperId })
  return { exceptionId, instructionId }
}
const ownerOf = (store: TrainingStore, customerId: string) =>
  store.ok('director', 'customers.get', { customerId }).customer.ownerId

describe('an exception of a lead (R-10.4)', () => {
  it('is raised by its consultant, once at a time', () => {
    const store = openTrainingStore()
    const { leadId } = leadOf(store, 'chen')
    const { exceptionId } = raise(store, leadId)
    expect(store.ok('manager', 'leads.list', { exception: true }).rows).toMatchObject([
      {
        leadId,
        exception: {
          exceptionId,
          kind: 'negative_reaction',
          status: 'raised',
          note: '不让再打电话',
          raisedByName: '陈晓东',
          abilities: { nameHelper: true, end: true },
        },
        abilities: { raiseException: false },
      },
    ])
    const again = { leadId, kind: 'own_request', note: '请帮忙' } as const
    expect(store.refused('chen', 'leads.raiseException', again).reasons).toMatchObject([
      { code: 'lead_exception_open' },
    ])
    expect(store.refused('li', 'leads.raiseException', again).code).toBe('NOT_FOUND')
    expect(store.refused('desk', 'leads.raiseException', again).code).toBe('PERMISSION_DENIED')
  })

  it('gives the helper a line with a briefing, and never the customer', () => {
    const store = openTrainingStore()
    const { leadId, customerId } = leadOf(store, 'chen')
    const { exceptionId, instructionId } = helping(store, leadId)
    expect(store.ok('li', 'toDo.list').items).toMatchObject([
      {
        kind: 'instruction',
        customerName: '吴敏',
        customerId: null,
        model: '途观L',
        instruction: {
          instructionId,
          asHelper: true,
          ownerName: '陈晓东',
          text: expect.stringContaining('消极反应') as string,
        },
      },
    ])
    expect(store.ok('li', 'leads.list').rows).toMatchObject([
      { leadId, masked: false, abilities: { update: false, openCard: false, raiseException: false } },
    ])
    expect(store.refused('li', 'customers.get', { customerId }).code).toBe('NOT_FOUND')
    store.ok('li', 'leads.endException', { exceptionId, outcome: '约好周末到店' })
    expect(ownerOf(store, customerId)).toBe(store.ids.chen)
    expect(store.ok('li', 'leads.list').rows).toEqual([])
    expect(store.ok('chen', 'leads.get', { leadId })).toMatchObject({
      exception: null,
      exceptions: [
        {
          status: 'done',
          outcome: '约好周末到店',
          doneByName: '李雪',
          answer: '约好周末到店',
          helper: { name: '李雪' },
        },
      ],
    })
    // The giver confirms what was done and closes it.
    expect(store.ok('manager', 'instructions.list', { open: true }).rows).toMatchObject([
      { instructionId, status: 'answered', answer: '约好周末到店' },
    ])
  })

  it('passes to another helper, who has it instead of the first', () => {
    const store = openTrainingStore()
    store.ok('admin', 'staff.add', {
      name: '赵敏',
      login: 'zhao',
      role: 'consultant',
      managerId: store.ids.manager,
    })
    const zhao = store.ok('manager', 'staff.list').rows.find(({ name }) => name === '赵敏')?.staffId ?? ''
    const { leadId } = leadOf(store, 'chen')
    const { exceptionId } = helping(store, leadId)
    store.ok('manager', 'leads.nameHelper', { exceptionId, helperId: zhao, note: '换个人试试' })
    expect(store.ok('li', 'toDo.list').items).toEqual([])
    expect(store.ok('chen', 'leads.get', { leadId }).exception).toMatchObject({
      helper: { name: '赵敏' },
      helperNamedByName: '钱经理',
    })
    const instructions = store.ok('chen', 'toDo.list').items.filter(({ kind }) => kind === 'instruction')
    expect(instructions).toHaveLength(1)
  })

  it.each([
    ['the consultant himself', 'chen', 'owner_helps_himself'],
    ['somebody of another team', 'zhou', 'unknown_staff'],
    ['somebody who is no consultant', 'manager', 'not_a_consultant'],
  ] as const)('is not helped by %s', (_who, person, code) => {
    const store = openTrainingStore()
    const { exceptionId } = raise(store, leadOf(store, 'chen').leadId)
    expect(
      store.refused('manager', 'leads.nameHelper', { exceptionId, helperId: store.ids[person] }).issues,
    ).toMatchObject([{ field: 'helperId', code }])
  })

  it('is over when it is ended, and the same one is not raised again that day', () => {
    const store = openTrainingStore()
    const { leadId } = leadOf(store, 'chen')
    const { exceptionId } = raise(store, leadId)
    store.ok('manager', 'leads.endException', { exceptionId, outcome: '谈过了' })
    expect(
      store.refused('manager', 'leads.endException', { exceptionId, outcome: '谈过了' }).reasons,
    ).toMatchObject([{ code: 'lead_exception_over' }])
    const again = { leadId, kind: 'negative_reaction', note: '又来了' } as const
    expect(store.refused('chen', 'leads.raiseException', again).reasons).toMatchObject([
      { code: 'lead_exception_today' },
    ])
    store.setNow('2026-03-03')
    store.ok('chen', 'leads.raiseException', again)
  })

  it('is not raised of what waits or has ended', () => {
    const store = openTrainingStore()
    const { leadId, opportunityId } = leadOf(store, 'chen')
    reach(store, 'chen', opportunityId, { kind: 'ordered' })
    const kind = 'own_request'
    expect(
      store.refused('chen', 'leads.raiseException', { leadId, kind, note: '请帮忙' }).reasons,
    ).toMatchObject([{ code: 'opportunity_not_open' }])
    const waiting = store.ok('chen', 'leads.add', { name: '周先生', phone: '13655550001', assign: 'later' })
    expect(
      store.refused('chen', 'leads.raiseException', { leadId: waiting.leadId, kind, note: '请帮忙' }).reasons,
    ).toMatchObject([{ code: 'lead_not_assigned' }])
  })
})

describe('the day roll raises what has not been in the showroom (R-10.4)', () => {
  const raisedOf = (store: TrainingStore) =>
    readRows<{ kind: string; on: string }>(store, `select kind, raised_on as "on" from lead_exceptions`)
  /** An A lead of 03-02 whose plan keeps it within its cadence. */
  const aLead = (store: TrainingStore) => leadOf(store, 'chen', { grade: 'A' })

  it('on day 8 and not on day 7, once', () => {
    const store = openTrainingStore()
    aLead(store)
    store.setNow('2026-03-09 18:00')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toEqual([])
    store.setNow('2026-03-10')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toEqual([{ kind: 'not_in_showroom', on: '2026-03-10' }])
    store.setNow('2026-03-12')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toHaveLength(1)
  })

  it('on its own date, when nobody opened the program on it', () => {
    const store = openTrainingStore()
    aLead(store)
    store.setNow('2026-03-20')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toEqual([{ kind: 'not_in_showroom', on: '2026-03-10' }])
  })

  it('and nothing of whoever came', () => {
    const store = openTrainingStore()
    const { customerId } = aLead(store)
    store.setNow('2026-03-06')
    store.ok('chen', 'visits.register', {
      kind: 'walk_in',
      partySize: 2,
      customerId,
      consultantId: store.ids.chen,
    })
    store.setNow('2026-03-10')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toEqual([])
  })

  it('nor of whom somebody met there by his record', () => {
    const store = openTrainingStore()
    const { opportunityId } = aLead(store)
    store.setNow('2026-03-05')
    reach(store, 'chen', opportunityId, planOn('2026-03-07'), { channel: 'test_drive' })
    store.setNow('2026-03-10')
    store.ok('manager', 'dayRoll.run')
    expect(raisedOf(store)).toEqual([])
  })
})

describe('the daily check tells of leads (R-10, R-9.1)', () => {
  const told = (store: TrainingStore, who: 'manager' | 'otherManager', on?: string) =>
    (store.ok(who, 'dailyCheck.get', on ? { on } : {}).attention ?? []).filter(({ kind }) =>
      ['leads_unassigned', 'lead_late', 'lead_exception', 'no_show', 'calls_below_minimum'].includes(kind),
    )

  it('those that nobody has, as one line for whoever assigns; of a past date as it was then', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    expect(told(store, 'manager')).toEqual([])
    const waiting = ['desk', 'manager'] as const
    const [first = ''] = waiting.map((who) => store.ok(who, 'leads.add', leadIntake()).leadId)
    store.setNow('2026-03-03 18:00')
    const { leadId } = store.ok('desk', 'leads.add', leadIntake())
    const line = (who: PersonName, on?: string) => {
      const { attention = [] } = store.ok(who, 'dailyCheck.get', on ? { on } : {})
      return attention
        .filter(({ kind }) => kind === 'leads_unassigned')
        .map(({ reasons }) => reasons[0]?.data)
    }
    const three = [{ count: 3, oldest: '2026-03-02' }]
    for (const who of ['manager', 'otherManager', 'director'] as const) expect(line(who)).toEqual(three)
    expect(told(store, 'manager')).toMatchObject([{ on: '2026-03-02', staffName: '钱经理', refId: null }])
    // A consultant has nothing to do with what is nobody's.
    expect(line('chen')).toEqual([])
    store.setNow('2026-03-04 09:00')
    store.ok('manager', 'leads.assign', { leadIds: [first], to: store.ids.chen })
    store.ok('manager', 'leads.close', { leadId, reason: 'invalid' })
    expect(line('manager')).toEqual([{ count: 1, oldest: '2026-03-02' }])
    expect(line('manager', '2026-03-03')).toEqual(three)
    expect(line('manager', '2026-03-02')).toEqual([{ count: 2, oldest: '2026-03-02' }])
  })

  it('late ones, until the first follow-up; of a past date as it was then', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { leadId, opportunityId } = leadOf(store, 'chen')
    store.setNow('2026-03-03 21:59')
    expect(told(store, 'manager')).toEqual([])
    store.setNow('2026-03-04 09:00')
    expect(told(store, 'manager')).toMatchObject([
      {
        kind: 'lead_late',
        refId: leadId,
        staffName: '陈晓东',
        reasons: [{ data: { hours: 47, allowed: 36 } }],
      },
    ])
    expect(told(store, 'otherManager')).toEqual([])
    reach(store, 'chen', opportunityId, planOn('2026-03-08'))
    expect(told(store, 'manager')).toEqual([])
    expect(told(store, 'manager', '2026-03-03')).toHaveLength(1)
  })

  it('exceptions that nobody helps with', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { leadId } = leadOf(store, 'chen')
    const { exceptionId } = raise(store, leadId)
    store.setNow('2026-03-02 11:00')
    expect(told(store, 'manager')).toMatchObject([
      { kind: 'lead_exception', refId: leadId, reasons: [{ code: 'lead_exception_raised' }] },
    ])
    store.ok('manager', 'leads.nameHelper', { exceptionId, helperId: store.ids.li })
    store.setNow('2026-03-02 12:00')
    expect(told(store, 'manager')).toEqual([])
  })

  it('no-shows, until somebody has tried to reach him (R-10.3)', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { opportunityId } = leadOf(store, 'chen')
    reach(store, 'chen', opportunityId, {
      kind: 'plan',
      on: '2026-03-03',
      channel: 'showroom_visit',
      purpose: '看车',
      time: '10:00',
    })
    store.setNow('2026-03-03 18:00')
    const appointmentId = store.ok('chen', 'appointments.list').rows[0]?.appointmentId ?? ''
    store.ok('chen', 'appointments.noShow', { appointmentId })
    expect(told(store, 'manager')).toMatchObject([
      { kind: 'no_show', refId: appointmentId, reasons: [{ code: 'no_show_not_followed' }] },
    ])
    store.ok('chen', 'followUps.execute', {
      opportunityId,
      result: 'no_answer',
      channel: 'phone',
      next: planOn('2026-03-04'),
    })
    expect(told(store, 'manager')).toEqual([])
  })

  it('too few valid calls of whoever takes leads, once the store has closed', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    store.ok('admin', 'staff.update', { staffId: store.ids.chen, takesLeads: true })
    const { opportunityId } = leadOf(store, 'chen')
    reach(store, 'chen', opportunityId, planOn('2026-03-08'))
    expect(told(store, 'manager')).toEqual([])
    store.setNow('2026-03-02 23:00')
    expect(told(store, 'manager')).toMatchObject([
      { kind: 'calls_below_minimum', staffName: '陈晓东', reasons: [{ data: { valid: 1, minimum: 35 } }] },
    ])
  })
})

describe('valid calls of a day (R-10.5)', () => {
  it('counts what reached somebody and says why the rest does not count', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    store.ok('admin', 'staff.update', { staffId: store.ids.chen, takesLeads: true })
    const one = leadOf(store, 'chen')
    const two = leadOf(store, 'chen')
    const three = leadOf(store, 'chen')
    reach(store, 'chen', one.opportunityId, planOn('2026-03-08'))
    reach(store, 'chen', two.opportunityId, planOn('2026-03-08'), { content: '忙' })
    reach(store, 'chen', three.opportunityId, planOn('2026-03-08'), { channel: 'wechat' })
    expect(store.ok('manager', 'leads.calls')).toEqual({
      on: '2026-03-02',
      minimum: 35,
      final: false,
      rows: [
        {
          staffId: store.ids.chen,
          name: '陈晓东',
          onDuty: true,
          valid: 1,
          calls: 2,
          missing: 34,
          below: false,
        },
      ],
    })
    const lines = store.ok('chen', 'leads.callLines', { staffId: store.ids.chen })
    expect(lines.rows.map(({ valid, reasons }) => [valid, reasons[0]?.code])).toEqual([
      [true, 'call_valid'],
      [false, 'not_effective_content_too_short'],
    ])
    expect(store.ok('otherManager', 'leads.calls').rows).toEqual([])
    expect(store.refused('li', 'leads.callLines', { staffId: store.ids.chen }).code).toBe('NOT_FOUND')
    expect(store.refused('chen', 'leads.calls', { on: '2026-03-03' }).issues).toMatchObject([
      { field: 'on', code: 'in_future' },
    ])
  })
})
