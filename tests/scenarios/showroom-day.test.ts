import { expect, it } from 'vitest'
import { worked } from '#tests/support/diary.ts'
import { makeShowroomDay, type ShowroomDay } from '#tests/support/showroom-day.ts'
import { intake } from '#tests/support/training-store.ts'

/*
 * A whole showroom day, Thursday 2026-03-05: twelve visits, four calls, three consultants. 周婷 is on leave, 李雪 begins with
 * overdue work, two customers come again, one lead does not come, and one phone is known. The order of the rotation is worked out by
 * hand; it begins by name: 周婷, 李雪, 陈晓东.
 */

const planOn = (on: string, channel: 'phone' | 'showroom_visit' = 'phone', time?: string) => ({
  kind: 'plan' as const,
  on,
  channel,
  purpose: '',
  ...(time ? { time } : {}),
})
const phones = { wang: '13800000001', zhao: '13800000002', sun: '13800000003', lead: '13800000004' }

/** What the day before left: customers of all three, a leave, a lead who said that he comes at 10:30. */
function prepare(day: ShowroomDay) {
  const { store } = day
  store.ok('admin', 'staff.update', { staffId: store.ids.chen, takesLeads: true })
  const known = (as: 'chen' | 'li' | 'zhou', name: string, mobile: string, parts: object) =>
    store.ok(as, 'customers.register', intake({ customer: { name, mobile }, ...parts }))
  const wang = known('chen', '王伟', phones.wang, { plan: { on: '2026-03-05' } })
  const zhao = known('li', '赵强', phones.zhao, { plan: { on: '2026-03-04' } })
  known('zhou', '孙丽', phones.sun, {
    opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-30' },
    plan: { on: '2026-03-30' },
  })
  const { leaveId } = store.ok('zhou', 'leaves.request', {
    staffId: store.ids.zhou,
    from: '2026-03-05',
    until: '2026-03-06',
    kind: 'vacation',
  })
  store.ok('otherManager', 'leaves.confirm', { leaveId })
  day.at('2026-03-03 10:00')
  const { assignment } = store.ok('desk', 'leads.add', {
    name: '吴敏',
    phone: phones.lead,
    source: 'website',
    assign: 'rotation',
  })
  const lead = {
    planId: assignment?.planId ?? '',
    opportunityId: assignment?.opportunityId ?? '',
  }
  day.at('2026-03-03 15:00')
  day.executes('chen', 'calls the lead, who comes on 03-05', {
    planId: lead.planId,
    result: 'reached',
    channel: 'phone',
    content: '客户周四上午来看车',
    next: planOn('2026-03-05', 'showroom_visit', '10:30'),
  })
  day.at('2026-03-04 16:00')
  const [confirm] = store
    .ok('chen', 'toDo.list')
    .items.filter(({ opportunityId }) => opportunityId === lead.opportunityId)
  day.executes('chen', 'confirms the appointment', {
    planId: confirm?.planId ?? '',
    result: 'reached',
    channel: 'phone',
    content: '客户确认明天十点半到店',
    next: { kind: 'keep' },
  })
  return { wang, zhao, lead }
}

function morning(day: ShowroomDay, { wang, zhao }: ReturnType<typeof prepare>) {
  day.at('2026-03-05 09:05')
  day.board()
  day.comes('V1', { kind: 'walk_in', partySize: 2 })
  day.at('2026-03-05 09:10')
  day.comes('V2', { kind: 'walk_in' })
  day.board()
  day.goesTo('V2', 'li', '陈晓东接待中')
  day.at('2026-03-05 09:12')
  day.executes('li', 'makes good what was overdue', {
    planId: zhao.planId,
    result: 'reached',
    channel: 'phone',
    content: '客户下周来看车',
    next: planOn('2026-03-06'),
  })
  day.board()
  day.goesTo('V2', 'li', '已清完')
  day.at('2026-03-05 09:30')
  day.leaves('V1')
  day.board()
  day.card('V1', 'chen', { name: '刘洋', mobile: '13800000011' })
  day.board()
  day.at('2026-03-05 09:40')
  day.comes('V3', { kind: 'walk_in', partySize: 3 })
  day.at('2026-03-05 09:45')
  day.leaves('V2')
  day.wantsNothing('V2', 'li')
  day.board()
  day.at('2026-03-05 09:50')
  day.comes('C1', { kind: 'call_in', phone: '13800000021', callerName: '郑先生' })
  day.card('C1', 'li', { name: '郑先生', mobile: '13800000021' })
  day.at('2026-03-05 10:00')
  day.comes('V4', { kind: 'walk_in', phone: phones.wang })
  day.leaves('V3')
  day.card('V3', 'chen', { name: '冯军', mobile: '13800000013' })
  day.board()
  day.at('2026-03-05 10:20')
  day.leaves('V4')
  day.executes('chen', 'writes down what 王伟 said in the showroom', {
    planId: wang.planId,
    result: 'reached',
    channel: 'showroom_visit',
    content: '看了帕萨特，周末带家人再来',
    next: planOn('2026-03-06'),
  })
  day.at('2026-03-05 10:25')
  day.comes('V5', { kind: 'walk_in', phone: phones.sun })
  day.board()
  day.at('2026-03-05 10:35')
  day.comes('C2', { kind: 'call_in', withIntent: false, phoneMissing: 'declined' })
  day.at('2026-03-05 10:40')
  day.leaves('V5')
}

function noon(day: ShowroomDay) {
  const { store } = day
  day.at('2026-03-05 10:45')
  day.comes('V6', { kind: 'walk_in', callerName: '张女士' })
  day.at('2026-03-05 11:05')
  const { rows } = store.ok('desk', 'appointments.list', { on: '2026-03-05' })
  for (const { appointmentId, missed, confirmedOn } of rows) {
    day.note(`appointment: ${missed ? 'missed' : 'to come'}, confirmed ${confirmedOn}`)
    store.ok('desk', 'appointments.noShow', { appointmentId })
  }
  const items = store.ok('chen', 'toDo.list').items.filter(({ customerName }) => customerName === '吴敏')
  day.note(
    `陈晓东 has for 吴敏: ${items.map(({ kind, on, channel }) => `${kind} ${on} ${channel}`).join(' · ')}`,
  )
  day.executes('chen', 'calls who did not come', {
    planId: items[0]?.planId ?? '',
    result: 'reached',
    channel: 'phone',
    content: '客户临时加班，改到周日来',
    next: planOn('2026-03-08', 'showroom_visit', '10:00'),
  })
  day.at('2026-03-05 11:10')
  day.comes('V7', { kind: 'walk_in', phone: '13800000017', callerName: '许先生' })
  day.at('2026-03-05 11:15')
  day.isRefused('V7 again', { kind: 'walk_in', phone: '138 0000 0017' })
  day.at('2026-03-05 11:28')
  day.leaves('V6')
  day.leaves('V7')
  // She left the number of her husband, who is on record.
  day.card('V6', 'li', { name: '张敏', mobile: phones.wang })
  day.card('V6', 'manager', { name: '张敏', mobile: phones.wang }, { overrideReason: '夫妻共用电话' })
  day.card('V7', 'chen', { name: '许强', mobile: '13800000017' })
  day.board()
}

function afternoon(day: ShowroomDay) {
  const { store } = day
  day.at('2026-03-05 13:30')
  day.comes('V8', { kind: 'walk_in', phone: '13800000018' })
  day.at('2026-03-05 14:00')
  day.comes('C3', { kind: 'call_in', phone: '13800000023' })
  day.card('C3', 'chen', { name: '何勇', mobile: '13800000023' })
  day.at('2026-03-05 14:10')
  day.comes('V9', { kind: 'walk_in', withIntent: false, phoneMissing: 'just_looking' })
  day.leaves('V9')
  day.at('2026-03-05 14:30')
  day.comes('V10', { kind: 'walk_in', partySize: 4, orderedOnSpot: true })
  day.at('2026-03-05 15:00')
  day.comes('C4', { kind: 'call_in', callerName: '曹女士' })
  day.leaves('V10')
  day.goesTo('C4', 'chen', '李雪接待中')
  store.ok('manager', 'rotation.letThrough', { staffId: store.ids.chen, reason: '下午人手不足' })
  day.goesTo('C4', 'chen', '李雪接待中')
  day.board()
  day.at('2026-03-05 15:20')
  day.leaves('V8')
  day.card('V8', 'li', { name: '吕平', mobile: '13800000018' })
  const made = day.card('V10', 'chen', { name: '施华', mobile: '13800000020' })
  day.executes('chen', 'takes the order of 施华', {
    opportunityId: made?.opportunityId ?? '',
    result: 'reached',
    channel: 'showroom_visit',
    content: '现场交定金订车',
    next: { kind: 'ordered' },
  })
  day.card('C4', 'chen', { name: '曹芳', mobile: '13800000024' })
  day.at('2026-03-05 16:00')
  day.comes('V11', { kind: 'walk_in', phone: '13800000031' })
  day.leaves('V11')
  day.card('V11', 'li', { name: '孔亮', mobile: '13800000031' })
  day.at('2026-03-05 17:30')
  day.comes('V12', { kind: 'walk_in', callerName: '严先生' })
}

function evening(day: ShowroomDay) {
  const { store } = day
  day.at('2026-03-05 18:30')
  const early = store.refused('desk', 'visits.close', { on: '2026-03-05' })
  day.note(`closing is refused: ${early.reasons?.map(({ code }) => code).join()}`)
  day.leaves('V12')
  const { totals } = store.ok('desk', 'visits.close', { on: '2026-03-05' })
  store.ok('manager', 'visits.countersign', { on: '2026-03-05' })
  day.note(
    `closed: ${totals.visits} lines, ${totals.walkIns} visits, ${totals.callIns} calls, ${totals.first} first, ` +
      `${totals.valid} valid, ${totals.withPhone} with phone, ${totals.carded} carded, ${totals.uncarded} without card, ` +
      `${totals.orderedOnSpot} ordered`,
  )
  const report = store.ok('chen', 'forms.dailyReport', { on: '2026-03-05' })
  expect(JSON.stringify(report)).toContain('现场交定金订车')
  day.at('2026-03-06 08:40')
  store.ok('manager', 'dayRoll.run')
  const { rows } = store.ok('director', 'violations.list', {})
  for (const { on, kind, staffName } of rows) day.note(`fault ${on.slice(5)} ${kind} ${staffName}`)
}

const timeline = worked(`
  03-03 15:00 陈晓东 calls the lead, who comes on 03-05
  03-04 16:00 陈晓东 confirms the appointment
  03-05 09:05 board: 周婷 (on_leave) · 李雪 (not_clear) · →陈晓东   # the plan of 03-04 is overdue
  03-05 09:05 V1 comes, first: 陈晓东, rotation
  03-05 09:10 V2 comes, first: nobody, waits
  03-05 09:10 board: 周婷 (on_leave) · 李雪 (not_clear) · 陈晓东 (with_customer, not_clear), 1 wait
  03-05 09:10 V2 to 李雪: refused, not_clear_to_greet
  03-05 09:12 李雪 makes good what was overdue
  03-05 09:12 board: 周婷 (on_leave) · 陈晓东 (with_customer, not_clear) · →李雪, 1 wait   # cleared: to the end
  03-05 09:12 V2 to 李雪: done
  03-05 09:30 V1 leaves
  03-05 09:30 board: 周婷 (on_leave) · 陈晓东 (not_clear) · 李雪 (with_customer, not_clear)
  03-05 09:30 V1 card by 陈晓东: 刘洋
  03-05 09:30 board: 周婷 (on_leave) · 李雪 (with_customer, not_clear) · →陈晓东   # cleared: to the end
  03-05 09:40 V3 comes, first: 陈晓东, rotation
  03-05 09:45 V2 leaves
  03-05 09:45 V2 only looked
  03-05 09:45 board: 周婷 (on_leave) · 陈晓东 (with_customer, not_clear) · →李雪   # nothing to card: cleared, to the end
  03-05 09:50 C1 comes, first: 李雪, rotation
  03-05 09:50 C1 card by 李雪: 郑先生
  03-05 10:00 V4 comes, repeat: 陈晓东, owner   # though he is with V3; the order stays
  03-05 10:00 V3 leaves
  03-05 10:00 V3 card by 陈晓东: 冯军
  03-05 10:00 board: 周婷 (on_leave) · →李雪 · 陈晓东 (with_customer)
  03-05 10:20 V4 leaves
  03-05 10:20 陈晓东 writes down what 王伟 said in the showroom
  03-05 10:25 V5 comes, repeat: 李雪, stand_in for 周婷   # the order stays
  03-05 10:25 board: 周婷 (on_leave) · 李雪 (with_customer) · →陈晓东
  03-05 10:35 C2 comes, first: nobody, waits   # wants nothing: nobody's turn
  03-05 10:40 V5 leaves
  03-05 10:45 V6 comes, first: 李雪, rotation
  03-05 11:05 appointment: missed, confirmed 2026-03-04
  03-05 11:05 陈晓东 has for 吴敏: plan 2026-03-05 phone
  03-05 11:05 陈晓东 calls who did not come
  03-05 11:10 V7 comes, first: 陈晓东, rotation
  03-05 11:15 V7 again is refused: earlier_visit_uncarded
  03-05 11:28 V6 leaves
  03-05 11:28 V7 leaves
  03-05 11:28 V6 card by 李雪: refused, DUPLICATE_CUSTOMER
  03-05 11:28 V6 card by manager: 张敏
  03-05 11:28 V7 card by 陈晓东: 许强
  03-05 11:28 board: 周婷 (on_leave) · →李雪 · 陈晓东
  03-05 13:30 V8 comes, first: 李雪, rotation
  03-05 14:00 C3 comes, first: 陈晓东, rotation
  03-05 14:00 C3 card by 陈晓东: 何勇
  03-05 14:10 V9 comes, first: nobody, waits
  03-05 14:10 V9 leaves
  03-05 14:30 V10 comes, first: 陈晓东, rotation
  03-05 15:00 C4 comes, first: nobody, waits
  03-05 15:00 V10 leaves
  03-05 15:00 C4 to 陈晓东: refused, not_clear_to_greet   # V10 has no card yet
  03-05 15:00 C4 to 陈晓东: done
  03-05 15:00 board: 周婷 (on_leave) · 李雪 (with_customer, not_clear) · →陈晓东   # let through today
  03-05 15:20 V8 leaves
  03-05 15:20 V8 card by 李雪: 吕平
  03-05 15:20 V10 card by 陈晓东: 施华
  03-05 15:20 陈晓东 takes the order of 施华
  03-05 15:20 C4 card by 陈晓东: 曹芳
  03-05 16:00 V11 comes, first: 陈晓东, rotation
  03-05 16:00 V11 leaves
  03-05 16:00 V11 card by 李雪: refused, NOT_FOUND   # it is not hers, and she learns no more
  03-05 17:30 V12 comes, first: 李雪, rotation
  03-05 18:30 closing is refused: visitors_still_here
  03-05 18:30 V12 leaves
  03-05 18:30 closed: 16 lines, 12 visits, 4 calls, 14 first, 13 valid, 12 with phone, 9 carded, 2 without card, 1 ordered
  03-06 08:40 fault 03-06 uncarded_visit 李雪
  03-06 08:40 fault 03-06 uncarded_visit 陈晓东
  03-06 08:40 fault 03-05 overdue_follow_up 李雪
`)

it('a day of twelve visits and four calls goes as it was worked out by hand', () => {
  const day = makeShowroomDay('2026-03-02 09:00')
  const before = prepare(day)
  morning(day, before)
  noon(day)
  afternoon(day)
  evening(day)
  expect(day.lines).toEqual(timeline)
})
