import { planOn, reach, readRows } from '#tests/support/book.ts'
import { writeRecording } from './contested.ts'
import { makeWith } from './merging.ts'
import { makeTrainingStore, type PersonName, type TrainingStore } from '#tests/support/made-store.ts'

/** Three consultants, each with a customer whose phone is in every place where a phone can be. */
export const phonesOf = {
  chen: ['13611110001', '13611110002', '051085110001'],
  li: ['13622220001', '13622220002', '051085220001'],
  zhou: ['13633330001', '13633330002', '051085330001'],
} as const
export type Owner = keyof typeof phonesOf
export const owners = Object.keys(phonesOf) as Owner[]

export interface Subject {
  readonly phone: string
  readonly customerId: string
  readonly opportunityId: string
  readonly followUpId: string
  readonly visitId: string
  readonly leadId: string
  readonly secondId: string
  readonly staffId: string
  /** Somebody who could take him over. */
  readonly colleagueId: string
}

function liveOf(store: TrainingStore, owner: Owner): Subject {
  const [first, second, landline] = phonesOf[owner]
  const manager: PersonName = owner === 'zhou' ? 'otherManager' : 'manager'
  const made = makeWith(store, owner, { name: '慕容海', mobile: first, plate: '苏B12345' })
  const { customerId, opportunityId } = made
  const sharing = makeWith(store, owner, { name: '慕容海', mobile: second })
  const third = store.ok(manager, 'customers.register', {
    customer: {
      name: '慕容山',
      gender: 'male',
      mobile: first,
      birthday: '1988-05-20',
      area: '江阴',
      source: 'walk_in',
      customerType: 'person',
    },
    opportunity: { model: '帕萨特', expectedPurchaseDate: '2026-06-01', grade: 'C', purchaseType: 'first' },
    plan: { on: '2026-03-03', channel: 'phone', purpose: '', time: '15:00' },
    ownerId: store.ids[owner],
    overrideReason: '家里共用',
  })
  store.ok(owner, 'customers.linkRelative', { customerId, relativeId: third.customerId, relation: 'spouse' })
  const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', partySize: 1, phone: first })
  store.ok('desk', 'visits.register', {
    kind: 'walk_in',
    partySize: 1,
    phone: landline,
    consultantId: store.ids[owner],
    byHandReason: '约好的',
  })
  store.ok(owner, 'testDrives.record', {
    opportunityId,
    drivenOn: '2026-03-02',
    agreementNumber: `S-${owner}`,
  })
  store.ok('director', 'leads.add', { name: '慕容海', phone: first, source: 'website' })
  const [lead] = readRows<{ leadId: string }>(
    store,
    `select lead_id as leadId from leads where phone = '${first}'`,
  )
  store.ok('director', 'leads.assign', {
    leadIds: [lead?.leadId ?? ''],
    to: store.ids[owner],
    reason: '老客户',
  })
  const { followUpId } = reach(store, owner, opportunityId, planOn('2026-03-04'))
  writeRecording(store, `rec-${owner}`, followUpId)
  store.ok(manager, 'instructions.add', { customerId, text: '请约到店' })
  const lost = makeWith(store, owner, { name: '慕容江', mobile: second.replace(/.$/, '9') })
  reach(store, owner, lost.opportunityId, { kind: 'lost', reason: 'price' })
  return {
    phone: first,
    customerId,
    opportunityId,
    followUpId,
    visitId,
    leadId: lead?.leadId ?? '',
    secondId: sharing.customerId,
    staffId: store.ids[owner],
    colleagueId: store.ids[owner === 'zhou' ? 'li' : 'zhou'],
  }
}

/** The clock ends on 2026-03-10, when much has fallen due. */
export function makeMaskedBook() {
  const store = makeTrainingStore()
  const subjects = Object.fromEntries(owners.map((owner) => [owner, liveOf(store, owner)])) as Record<
    Owner,
    Subject
  >
  store.setNow('2026-03-10')
  store.ok('director', 'dailyCheck.get')
  store.ok('manager', 'dailyCheck.sign', { on: '2026-03-09' })
  store.ok('otherManager', 'dailyCheck.sign', { on: '2026-03-09' })
  return { store, subjects }
}
