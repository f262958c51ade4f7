import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { planOn, reach, readRows } from '#tests/support/book.ts'
import { makeWith, merge } from '#tests/support/books/merging.ts'
import { wav } from '#tests/support/books/sounds.ts'
import type { TrainingStore } from '#tests/support/training-store.ts'

/** Somebody who leaves a trace in every corner of a store, and asks to be forgotten. */
export const forgotten = {
  name: '欧阳晓蝶',
  formerName: '欧阳小碟',
  leadName: '欧阳女士蝶',
  mobile: '13912345678',
  formerMobile: '13987654321',
  plate: '苏B7X9Q2',
  wechat: 'xiaodie_ouyang77',
  mergedName: '欧阳晓迭',
  mergedMobile: '13955554444',
} as const

/** What may be found nowhere afterwards, in every form in which somebody wrote it. */
export const traces: readonly string[] = [
  ...Object.values(forgotten),
  'ouyangxiaodie',
  [...forgotten.mobile].reverse().join(''),
  [...forgotten.formerMobile].reverse().join(''),
  [...forgotten.mergedMobile].reverse().join(''),
  '139 1234 5678',
  '139-1234-5678',
  '１３９１２３４５６７８',
  '喜欢珠光白的车漆',
  '丈夫在水利局工作',
  '太湖花园七幢',
  '女儿下月出嫁',
  '先别打到单位去',
  '客户只认我',
  '她说再也不来',
  '鼻梁上有颗痣',
]

/** Whether a file holds a text as bytes, in either of SQLite's encodings of them. */
export const holds = (file: string, text: string): boolean => {
  if (!existsSync(file)) return false
  const bytes = readFileSync(file)
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
}
/** The store's file and what lies beside it. */
export const filesOf = ({ file }: TrainingStore) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]
export const foundIn = (store: TrainingStore): string[] =>
  traces.filter((trace) => filesOf(store).some((file) => holds(file, trace)))

/** Lives through everything on 2026-03-02 and after; the clock ends on 2026-03-12. */
export async function liveThrough(store: TrainingStore) {
  const f = forgotten
  const opened = makeWith(store, 'chen', {
    name: f.formerName,
    mobile: f.formerMobile,
    wechat: f.wechat,
    address: '太湖花园七幢',
    family: '丈夫在水利局工作',
    plate: f.plate,
  })
  const { customerId, opportunityId } = opened
  const dropped = makeWith(store, 'chen', { name: f.mergedName, mobile: f.mergedMobile })
  const other = makeWith(store, 'li', { name: '吴大伟', mobile: '13700000009' })
  const relative = makeWith(store, 'chen', { name: '钟国强', mobile: '13700000008' })
  store.ok('chen', 'customers.linkRelative', {
    customerId,
    relativeId: relative.customerId,
    relation: 'spouse',
  })
  store.ok('chen', 'opportunities.update', {
    opportunityId,
    version: 1,
    opportunity: { remark: '喜欢珠光白的车漆', budget: '二十五万 139 1234 5678' },
  })
  const versionNow = () => store.ok('director', 'customers.get', { customerId }).customer.version
  store.ok('chen', 'customers.update', { customerId, version: versionNow(), customer: { name: f.name } })
  store.ok('chen', 'customers.update', { customerId, version: versionNow(), customer: { mobile: f.mobile } })
  store.ok('desk', 'visits.register', {
    kind: 'walk_in',
    partySize: 2,
    phone: f.mobile,
    callerName: f.leadName,
    remark: '女儿下月出嫁',
    plate: f.plate,
  })
  store.ok('chen', 'testDrives.record', { opportunityId, drivenOn: '2026-03-02', agreementNumber: 'S-7' })
  store.ok('manager', 'leads.add', {
    name: f.leadName,
    phone: f.mobile,
    source: 'website',
    remark: '来电 139-1234-5678',
  })
  const [lead] = readRows<{ leadId: string }>(store, 'select lead_id as leadId from leads')
  store.ok('manager', 'leads.assign', {
    leadIds: [lead?.leadId ?? ''],
    to: store.ids.chen,
    reason: `${f.name}是老客户`,
  })
  reach(store, 'chen', opportunityId, planOn('2026-03-04'), {
    content: '先别打到单位去，改打 １３９１２３４５６７８',
    feedback: `${f.name}很满意`,
  })
  reach(store, 'li', other.opportunityId, planOn('2026-03-05'), {
    content: `和${f.name}一起来的，她的电话139-1234-5678`,
  })
  const { instructionId } = store.ok('manager', 'instructions.add', {
    customerId,
    text: `请${f.name}周末到店`,
  })
  store.ok('chen', 'instructions.answer', { instructionId, text: '客户只认我' })
  store.ok('manager', 'instructions.close', { instructionId })
  store.ok('director', 'duplicates.dismiss', {
    firstId: customerId,
    secondId: other.customerId,
    reason: '鼻梁上有颗痣',
  })
  merge(store, 'manager', customerId, dropped.customerId, { reason: '同一人' })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showroom-sound-'))
  const sound = path.join(folder, `${f.mobile}_20260302.wav`)
  writeFileSync(sound, wav(900))
  const { followUps } = store.ok('director', 'customers.get', { customerId })
  const attached = await store.answerAsync('chen', 'recordings.attach', {
    followUpId: followUps[0]?.followUpId,
    path: sound,
  })
  rmSync(folder, { recursive: true, force: true })
  if (!attached.ok) throw new Error(attached.error.message)
  // Two days too late: the roll raises it, the check shows it, the manager signs it.
  store.setNow('2026-03-09')
  store.ok('manager', 'dailyCheck.get')
  store.ok('manager', 'dailyCheck.sign', { on: '2026-03-08', note: `与${f.name}联系` })
  store.ok('desk', 'visits.leave', {
    visitId:
      store.ok('desk', 'visits.list', { from: '2026-03-02', until: '2026-03-02' }).rows[0]?.visitId ?? '',
    leftTime: '10:00',
  })
  for (const each of store.ok('director', 'customers.get', { customerId }).opportunities) {
    if (each.status !== 'open') continue
    reach(store, 'chen', each.opportunityId, { kind: 'lost', reason: 'other', note: '她说再也不来' })
    store.ok('manager', 'losses.approve', { opportunityId: each.opportunityId, reason: `${f.name}不买了` })
  }
  store.setNow('2026-03-12')
  store.ok('manager', 'dailyCheck.get')
  return { customerId, opportunityId, other, relative, dropped }
}

export const erase = (store: TrainingStore, customerId: string, rest: object = {}) => {
  const { customer } = store.ok('director', 'customers.get', { customerId })
  return store.answerAsync('director', 'privacy.erase', {
    customerId,
    version: customer.version,
    name: customer.name,
    reason: '本人书面要求',
    ...rest,
  })
}
