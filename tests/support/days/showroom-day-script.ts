import { worked } from './diary.ts'
import { intake, type LooseInput, type PersonName } from '#tests/support/made-store.ts'
import type { ShowroomDay } from './showroom-day.ts'

/*
 * A whole showroom day, Thursday 2026-03-05: twelve visits, four calls, three consultants. 周婷 is on leave, 李雪 begins with
 * overdue work, two customers come again, one lead does not come, and one phone is known. The order of the rotation is worked out by
 * hand; it begins by name: 周婷, 李雪, 陈晓东. Whoever has hands can live through it: calls, or the keyboard of a window.
 */

export type Visit = LooseInput<'visits.register'>
export interface Card {
  readonly name: string
  readonly mobile: string
}
export interface Contact {
  /** The customer. */
  readonly of: string
  readonly channel: 'phone' | 'showroom_visit'
  readonly content: string
  readonly next:
    | {
        readonly kind: 'plan'
        readonly on: string
        readonly channel?: 'phone' | 'showroom_visit'
        readonly time?: string
      }
    | { readonly kind: 'keep' }
    | { readonly kind: 'ordered' }
}
type Done = void | Promise<void>

/** What is done in a showroom in a day; each act notes what came of it. */
export interface ShowroomHands {
  readonly at: (moment: string) => Done
  /** The desk writes a visitor down. */
  readonly comes: (label: string, input: Visit) => Done
  readonly isRefused: (label: string, input: Visit) => Done
  readonly leaves: (label: string) => Done
  readonly wantsNothing: (label: string, as: PersonName) => Done
  readonly goesTo: (label: string, to: PersonName, reason: string) => Done
  /** From visit to card; refused or done. */
  readonly card: (label: string, as: PersonName, card: Card, overrideReason?: string) => Done
  readonly executes: (as: PersonName, what: string, contact: Contact) => Done
  /** The order of the board, with what hinders each. */
  readonly board: () => Done
  readonly marksNoShow: (name: string) => Done
  readonly letsThrough: (who: PersonName, reason: string) => Done
  readonly closes: () => Done
  readonly countersigns: () => Done
}

export const nameOf: Readonly<Partial<Record<PersonName, string>>> = {
  manager: '钱经理',
  chen: '陈晓东',
  li: '李雪',
  zhou: '周婷',
}
const phones = {
  wang: '13800000001',
  zhao: '13800000002',
  sun: '13800000003',
  lead: '13800000004',
}

/** What the days before left: customers of all three, a leave, a lead who said that he comes at 10:30. */
export function prepareShowroomDay(day: ShowroomDay) {
  const { store } = day
  store.ok('admin', 'staff.update', { staffId: store.ids.chen, takesLeads: true })
  const known = (as: 'chen' | 'li' | 'zhou', name: string, mobile: string, parts: object) =>
    store.ok(as, 'customers.register', intake({ customer: { name, mobile }, ...parts }))
  known('chen', '王伟', phones.wang, { plan: { on: '2026-03-05' } })
  known('li', '赵强', phones.zhao, { plan: { on: '2026-03-04' } })
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
  day.knows('吴敏', { planId: assignment?.planId ?? '' })
  day.at('2026-03-03 15:00')
  day.executes('chen', 'calls the lead, who comes on 03-05', {
    of: '吴敏',
    channel: 'phone',
    content: '客户周四上午来看车',
    next: { kind: 'plan', on: '2026-03-05', channel: 'showroom_visit', time: '10:30' },
  })
  day.at('2026-03-04 16:00')
  day.executes('chen', 'confirms the appointment', {
    of: '吴敏',
    channel: 'phone',
    content: '客户确认明天十点半到店',
    next: { kind: 'keep' },
  })
}

async function morning(day: ShowroomHands) {
  await day.at('2026-03-05 09:05')
  await day.board()
  await day.comes('V1', { kind: 'walk_in', partySize: 2 })
  await day.at('2026-03-05 09:10')
  await day.comes('V2', { kind: 'walk_in' })
  await day.board()
  await day.goesTo('V2', 'li', '陈晓东接待中')
  await day.at('2026-03-05 09:12')
  await day.executes('li', 'makes good what was overdue', {
    of: '赵强',
    channel: 'phone',
    content: '客户下周来看车',
    next: { kind: 'plan', on: '2026-03-06' },
  })
  await day.board()
  await day.goesTo('V2', 'li', '已清完')
  await day.at('2026-03-05 09:30')
  await day.leaves('V1')
  await day.board()
  await day.card('V1', 'chen', { name: '刘洋', mobile: '13800000011' })
  await day.board()
  await day.at('2026-03-05 09:40')
  await day.comes('V3', { kind: 'walk_in', partySize: 3 })
  await day.at('2026-03-05 09:45')
  await day.leaves('V2')
  await day.wantsNothing('V2', 'li')
  await day.board()
  await day.at('2026-03-05 09:50')
  await day.comes('C1', { kind: 'call_in', phone: '13800000021', callerName: '郑先生' })
  await day.card('C1', 'li', { name: '郑先生', mobile: '13800000021' })
  await day.at('2026-03-05 10:00')
  await day.comes('V4', { kind: 'walk_in', phone: phones.wang })
  await day.leaves('V3')
  await day.card('V3', 'chen', { name: '冯军', mobile: '13800000013' })
  await day.board()
  await day.at('2026-03-05 10:20')
  await day.leaves('V4')
  await day.executes('chen', 'writes down what 王伟 said in the showroom', {
    of: '王伟',
    channel: 'showroom_visit',
    content: '看了帕萨特，周末带家人再来',
    next: { kind: 'plan', on: '2026-03-06' },
  })
  await day.at('2026-03-05 10:25')
  await day.comes('V5', { kind: 'walk_in', phone: phones.sun })
  await day.board()
  await day.at('2026-03-05 10:35')
  await day.comes('C2', { kind: 'call_in', withIntent: false, phoneMissing: 'declined' })
  await day.at('2026-03-05 10:40')
  await day.leaves('V5')
}

async function noon(day: ShowroomHands) {
  await day.at('2026-03-05 10:45')
  await day.comes('V6', { kind: 'walk_in', callerName: '张女士' })
  await day.at('2026-03-05 11:05')
  await day.marksNoShow('吴敏')
  await day.executes('chen', 'calls who did not come', {
    of: '吴敏',
    channel: 'phone',
    content: '客户临时加班，改到周日来',
    next: { kind: 'plan', on: '2026-03-08', channel: 'showroom_visit', time: '10:00' },
  })
  await day.at('2026-03-05 11:10')
  await day.comes('V7', { kind: 'walk_in', phone: '13800000017', callerName: '许先生' })
  await day.at('2026-03-05 11:15')
  await day.isRefused('V7 again', { kind: 'walk_in', phone: '138 0000 0017' })
  await day.at('2026-03-05 11:28')
  await day.leaves('V6')
  await day.leaves('V7')
  // She left the number of her husband, who is on record.
  await day.card('V6', 'li', { name: '张敏', mobile: phones.wang })
  await day.card('V6', 'manager', { name: '张敏', mobile: phones.wang }, '夫妻共用电话')
  await day.card('V7', 'chen', { name: '许强', mobile: '13800000017' })
  await day.board()
}

async function afternoon(day: ShowroomHands) {
  await day.at('2026-03-05 13:30')
  await day.comes('V8', { kind: 'walk_in', phone: '13800000018' })
  await day.at('2026-03-05 14:00')
  await day.comes('C3', { kind: 'call_in', phone: '13800000023' })
  await day.card('C3', 'chen', { name: '何勇', mobile: '13800000023' })
  await day.at('2026-03-05 14:10')
  await day.comes('V9', { kind: 'walk_in', withIntent: false, phoneMissing: 'just_looking' })
  await day.leaves('V9')
  await day.at('2026-03-05 14:30')
  await day.comes('V10', { kind: 'walk_in', partySize: 4, orderedOnSpot: true })
  await day.at('2026-03-05 15:00')
  await day.comes('C4', { kind: 'call_in', callerName: '曹女士' })
  await day.leaves('V10')
  await day.goesTo('C4', 'chen', '李雪接待中')
  await day.letsThrough('chen', '下午人手不足')
  await day.goesTo('C4', 'chen', '李雪接待中')
  await day.board()
  await day.at('2026-03-05 15:20')
  await day.leaves('V8')
  await day.card('V8', 'li', { name: '吕平', mobile: '13800000018' })
  await day.card('V10', 'chen', { name: '施华', mobile: '13800000020' })
  await day.executes('chen', 'takes the order of 施华', {
    of: '施华',
    channel: 'showroom_visit',
    content: '现场交定金订车',
    next: { kind: 'ordered' },
  })
  await day.card('C4', 'chen', { name: '曹芳', mobile: '13800000024' })
  await day.at('2026-03-05 16:00')
  await day.comes('V11', { kind: 'walk_in', phone: '13800000031' })
  await day.leaves('V11')
  await day.card('V11', 'li', { name: '孔亮', mobile: '13800000031' })
  await day.at('2026-03-05 17:30')
  await day.comes('V12', { kind: 'walk_in', callerName: '严先生' })
}

async function evening(day: ShowroomHands) {
  await day.at('2026-03-05 18:30')
  await day.closes()
  await day.leaves('V12')
  await day.closes()
  await day.countersigns()
}

/** From the first visitor to the countersignature. */
export async function liveThroughShowroomDay(day: ShowroomHands): Promise<void> {
  await morning(day)
  await noon(day)
  await afternoon(day)
  await evening(day)
}

/** What the morning after finds. */
export function wakeUpAfterShowroomDay({ store, at, note }: ShowroomDay): void {
  at('2026-03-06 08:40')
  store.ok('manager', 'dayRoll.run')
  const { rows } = store.ok('director', 'violations.list', {})
  for (const { on, kind, staffName } of rows) note(`fault ${on.slice(5)} ${kind} ${staffName}`)
}

export const showroomTimeline = worked(`
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
  03-05 11:05 appointment of 吴敏: missed, confirmed 03-04
  03-05 11:05 陈晓东 calls who did not come
  03-05 11:10 V7 comes, first: 陈晓东, rotation
  03-05 11:15 V7 again is refused: earlier_visit_uncarded
  03-05 11:28 V6 leaves
  03-05 11:28 V7 leaves
  03-05 11:28 V6 card by 李雪: refused, DUPLICATE_CUSTOMER
  03-05 11:28 V6 card by 钱经理: 张敏
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
  03-05 15:00 陈晓东 is let through
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
  03-05 18:30 countersigned
  03-06 08:40 fault 03-06 uncarded_visit 李雪
  03-06 08:40 fault 03-06 uncarded_visit 陈晓东
  03-06 08:40 fault 03-05 overdue_follow_up 李雪
`)
