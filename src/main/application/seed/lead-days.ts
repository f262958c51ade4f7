import type { LeadAssignment } from '#shared/contract/leads.ts'
import { addDays, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import { mobileOf } from './names.ts'
import type { Story } from './supervised.ts'
import { areas, models } from './words.ts'

/** How many of the last days brought leads, and how many a day. */
const leadDays = 9
const leadsADay = 2
/** Far from the places that customers have. */
const firstPlace = 80_000_000
const campaigns = ['秋季团购', '汽车之家', '抖音直播', '厂家活动'] as const
const people = ['吴女士', '郑先生', '冯先生', '卫女士', '蒋先生', '韩女士', '杨先生', '朱女士'] as const

interface Added {
  readonly leadId: string
  readonly assignment: LeadAssignment | null
}

/** What somebody hears at the first follow-up: nothing settled yet, that he comes, or that he buys within two weeks. */
type Said =
  | { readonly kind: 'compares' }
  | { readonly kind: 'comes'; readonly on: BusinessDate; readonly time: string }

/** One lead is followed up the same day; some come to the showroom. */
function followUp(story: Story, lead: LeadAssignment, on: BusinessDate, said: Said): void {
  const { does, at } = story
  const { staffId, planId, opportunityId } = lead
  if (!staffId || !planId || !opportunityId) return
  const moment = at(on, '16:20')
  // The second grade of the policy, a date that agrees with it.
  const asked = { opportunityId, result: 'reached', grade: 'A' }
  const plan = does<{ proposed: BusinessDate; expectedPurchaseDate: BusinessDate | null }>(
    staffId,
    moment,
    'opportunities.proposePlan',
    asked,
  )
  if (!plan) return
  const { expectedPurchaseDate } = plan
  does(staffId, moment, 'followUps.execute', {
    planId,
    result: 'reached',
    channel: 'phone',
    content:
      said.kind === 'comes'
        ? '客户在网上看了报价，约好来店试驾'
        : '客户在比较几款车，要了配置表和落地价，两周内定',
    opportunity: { grade: 'A', ...(expectedPurchaseDate ? { expectedPurchaseDate } : {}) },
    next:
      said.kind === 'comes'
        ? { kind: 'plan', on: said.on, time: said.time, channel: 'showroom_visit', purpose: '到店试驾' }
        : { kind: 'plan', on: plan.proposed, channel: 'phone', purpose: '确认意向' },
  })
}

/** The day before, whoever is expected is asked whether he comes. */
function confirm(story: Story, lead: LeadAssignment): void {
  const { does, at, lastOn } = story
  const { staffId, opportunityId } = lead
  if (!staffId) return
  const list = does<{ items: { planId: string | null; opportunityId: string | null }[] }>(
    staffId,
    at(lastOn, '16:40'),
    'toDo.list',
    { on: lastOn },
  )
  const planId = list?.items.find((item) => item.opportunityId === opportunityId)?.planId
  if (!planId) return
  does(staffId, at(lastOn, '16:40'), 'followUps.execute', {
    planId,
    result: 'reached',
    channel: 'phone',
    content: '客户确认明天按时到店',
    next: { kind: 'keep' },
  })
}

/** R-10 Leads of the last days: most followed up, one late, some to be assigned, one that needs help. */
export function takeLeads(story: Story): void {
  const { does, at, lastOn, random, calendar, comers } = story
  const desk = story.people.find(({ role }) => role === 'front_desk')
  const manager = story.people.find(({ role }) => role === 'manager')
  if (!desk || !manager) return
  const assigned: { readonly leadId: string; readonly staffId: string }[] = []
  let place = firstPlace
  for (const on of eachDate(addDays(lastOn, 1 - leadDays), lastOn).filter(calendar.isOpen)) {
    for (let i = 0; i < leadsADay; i += 1) {
      const waits = on === lastOn && i > 0
      if (!waits && comers.left === 0) continue
      place += 1
      const added = does<Added>(desk.staffId, at(on, `1${i}:20`), 'leads.add', {
        name: random.pick(people),
        phone: mobileOf(place, random),
        source: random.pick(['website', 'social', 'headquarters']),
        model: random.pick(models),
        area: random.pick(areas),
        campaign: random.pick(campaigns),
        assign: waits ? 'later' : 'rotation',
      })
      const { leadId, assignment } = added ?? {}
      if (!leadId || !assignment?.staffId) continue
      comers.left -= 1
      assigned.push({ leadId, staffId: assignment.staffId })
      // The one of three days ago was forgotten, that of the last day has its hours yet.
      if (on === lastOn || (on === addDays(lastOn, -3) && i === 0)) continue
      const tomorrow = addDays(lastOn, 1)
      const visit: Said | undefined =
        on === addDays(lastOn, -1)
          ? { kind: 'comes', on: tomorrow, time: i === 0 ? '10:30' : '15:00' }
          : on === addDays(lastOn, -2)
            ? { kind: 'comes', on: lastOn, time: i === 0 ? '14:00' : '16:00' }
            : undefined
      followUp(story, assignment, on, visit ?? { kind: 'compares' })
      if (visit?.kind === 'comes' && visit.on === tomorrow && i === 0) confirm(story, assignment)
    }
  }
  const [first, second] = assigned
  if (first)
    does(first.staffId, at(lastOn, '17:05'), 'leads.raiseException', {
      leadId: first.leadId,
      kind: 'negative_reaction',
      note: '客户说已经在别家看好，不让再打电话',
    })
  const asked =
    second &&
    does<{ exceptionId: string }>(second.staffId, at(lastOn, '17:06'), 'leads.raiseException', {
      leadId: second.leadId,
      kind: 'own_request',
      note: '客户要求最低价，需要经理协助',
    })
  const helper = story.people.find(
    ({ role, managerId }) => role === 'consultant' && managerId === manager.staffId,
  )
  if (asked && helper)
    does(manager.staffId, at(lastOn, '17:40'), 'leads.nameHelper', {
      exceptionId: asked.exceptionId,
      helperId: helper.staffId,
      note: '先了解竞品报价再回电话',
    })
}
