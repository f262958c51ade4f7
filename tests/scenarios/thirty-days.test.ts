import { expect, it } from 'vitest'
import { cli, createStoreFile, talk } from '#tests/support/command-line.ts'
import { makeDiary, worked, type Diary } from '#tests/support/days/diary.ts'

/*
 * Thirty business dates of a small store, 2026-03-02 (a Monday) to 2026-04-02, on the command line. The store is closed
 * on 03-14 and 03-15. 李雪 rests on Wednesdays, 王建军 on Tuesdays. Policy `benyue`: H 7/3, A 15/7, B 30/15, C –/30.
 */

async function openTheStore(diary: Diary) {
  await diary.signIn('admin', 'k7-Bridge-52')
  await diary.hire('高总监', 'director')
  await diary.hire('钱经理', 'manager')
  const managerId = diary.idOf('钱经理')
  await diary.hire('陈晓东', 'consultant', { managerId })
  await diary.hire('李雪', 'consultant', { managerId, restWeekdays: [3] })
  await diary.hire('王建军', 'consultant', { managerId, restWeekdays: [2] })
  await diary.ok('高总监', 'store.setCalendar', { closedDates: ['2026-03-14', '2026-03-15'] })
}

const price = { kind: 'lost', reason: 'price' } as const
const sign = async (diary: Diary, on: string) => {
  diary.at(on, '18:30')
  await diary.ok('钱经理', 'dailyCheck.sign', { on: `2026-${on}` })
}

async function firstWeek(diary: Diary) {
  const { register, execute } = diary
  diary.at('03-02')
  const zhao = await register('陈晓东', '赵刚', 'H', '03-09', '03-05')
  const sun = await register('李雪', '孙丽', 'A', '03-16', '03-09')
  const wu = await register('李雪', '吴涛', 'B', '03-30', '03-17')
  const zheng = await register('王建军', '郑伟', 'C', '04-10', '03-30')
  diary.at('03-03')
  const qian = await register('陈晓东', '钱芳', 'H', '03-08', '03-06')
  diary.at('03-04')
  const wei = await register('陈晓东', '卫兰', 'B', '03-28', '03-19')
  diary.at('03-05')
  const feng = await register('王建军', '冯敏', 'H', '03-10', '03-08')
  const late = { kind: 'plan', on: '2026-03-08', channel: 'phone', purpose: '' } as const
  const attempt = {
    opportunityId: zhao.opportunityId,
    result: 'no_answer',
    channel: 'phone',
    next: late,
  } as const
  await diary.refused('陈晓东', 'followUps.execute', attempt, '赵刚 no_answer, plan 03-08')
  await execute(zhao, 'no_answer', '03-06')
  diary.at('03-06')
  await execute(zhao, 'busy', '03-08')
  const [plan] = (await diary.ok('王建军', 'customers.get', { customerId: feng.customerId })).plans
  const planId = plan?.planId ?? ''
  await diary.ok('王建军', 'followUps.move', { planId, on: '2026-03-07', reason: '客户改约周六' })
  await sign(diary, '03-06')
  await diary.refused('钱经理', 'dailyCheck.sign', { on: '2026-03-06' }, 'signs 03-06 again')
  diary.at('03-07', '09:00')
  await diary.toDo('陈晓东')
  await diary.refused(
    '王建军',
    'followUps.move',
    { planId, on: '2026-03-08', reason: '客户没空' },
    '冯敏 moved on its day',
  )
  await execute(feng, 'reached', '03-20', { opportunity: { grade: 'B', expectedPurchaseDate: '2026-03-25' } })
  diary.at('03-08')
  await execute(zhao, 'no_answer', '03-11')
  return { zhao, sun, wu, zheng, qian, wei, feng }
}

type Deals = Awaited<ReturnType<typeof firstWeek>>

async function secondWeek(diary: Diary, { zhao, sun, qian, wei }: Deals) {
  const { execute } = diary
  diary.at('03-09', '09:00')
  await diary.toDo('陈晓东')
  const proposal = await diary.ok('李雪', 'opportunities.proposePlan', {
    opportunityId: sun.opportunityId,
    result: 'reached',
  })
  diary.note(`孙丽 proposed: ${proposal.proposed.slice(5)} up to ${proposal.limit.slice(5)}`)
  await execute(sun, 'reached', '03-16')
  diary.at('03-10')
  const far = { grade: 'A', expectedPurchaseDate: '2026-03-24' }
  await execute(qian, 'reached', '03-17', { content: '好的', opportunity: far })
  await diary.check('钱经理', '03-10')
  diary.at('03-11')
  await execute(zhao, 'reached', '03-16', { opportunity: { grade: 'A', expectedPurchaseDate: '2026-03-20' } })
  diary.at('03-12')
  const closed = {
    customer: {
      name: '周建',
      gender: 'male',
      mobile: '13800138000',
      birthday: '1990-01-01',
      area: '江阴',
      source: 'walk_in',
      customerType: 'person',
    },
    opportunity: { model: '朗逸', grade: 'H', expectedPurchaseDate: '2026-03-19', purchaseType: 'first' },
    plan: { on: '2026-03-14', channel: 'phone', purpose: '' },
  } as const
  await diary.refused('李雪', 'customers.register', closed, '周建 with a plan on 03-14')
  const first = await diary.ok('李雪', 'opportunities.proposePlan', { grade: 'H' })
  diary.note(`H proposed: ${first.proposed.slice(5)} up to ${first.limit.slice(5)}`)
  const zhou = await diary.register('李雪', '周建', 'H', '03-19', '03-13')
  diary.at('03-13')
  const sooner = { grade: 'H', expectedPurchaseDate: '2026-03-20' }
  await diary.ok('陈晓东', 'opportunities.update', {
    opportunityId: wei.opportunityId,
    version: 1,
    opportunity: sooner,
  })
  await sign(diary, '03-13')
  diary.at('03-14')
  const { todayIsOpen, lastRolledOn } = await diary.ok('高总监', 'store.status')
  diary.note(`the store is ${todayIsOpen ? 'open' : 'closed'}, judged up to ${lastRolledOn?.slice(5)}`)
  return { zhou }
}

async function thirdWeek(diary: Diary, deals: Deals & { zhou: Deals['sun'] }) {
  const { execute } = diary
  const { zhao, sun, wu, qian, wei, feng, zhou } = deals
  diary.at('03-16', '09:00')
  await diary.toDo('李雪')
  await execute(zhou, 'reached', '03-19')
  await execute(sun, 'reached', '03-20', { opportunity: { expectedPurchaseDate: '2026-03-31' } })
  await execute(zhao, 'reached', { kind: 'ordered' })
  await diary.ok('钱经理', 'followUps.allowBeyondLimit', {
    opportunityId: feng.opportunityId,
    on: '2026-04-01',
    reason: '客户出差到月底',
  })
  await diary.check('钱经理', '03-16')
  diary.at('03-17')
  await execute(wu, 'hung_up', '03-19')
  await execute(qian, 'reached', price)
  diary.at('03-18')
  const chu = await diary.register('王建军', '褚健', 'H', '03-25', '03-19')
  diary.at('03-19')
  await execute(wu, 'reached', '03-26', { opportunity: { grade: 'A' } })
  await execute(zhou, 'reached', '03-24', { opportunity: { grade: 'A', expectedPurchaseDate: '2026-04-02' } })
  await execute(wei, 'reached', '03-21')
  const reopened = await diary.ok('钱经理', 'losses.refuse', {
    opportunityId: qian.opportunityId,
    reason: '再谈一次价格',
  })
  diary.note(`钱经理 refuses the loss of 钱芳: plan ${reopened.on.slice(5)}`)
  diary.at('03-20')
  await execute(chu, 'reached', '03-22', { contactedOn: '2026-03-19' })
  await execute(sun, 'reached', '03-26')
  await sign(diary, '03-20')
  diary.at('03-21')
  const unsaid = {
    opportunityId: wei.opportunityId,
    result: 'reached',
    channel: 'phone',
    content: '客户要去外地工作',
    next: { kind: 'lost', reason: 'other' },
  } as const
  await diary.refused('陈晓东', 'followUps.execute', unsaid, '卫兰 lost for another reason')
  await execute(wei, 'reached', { kind: 'lost', reason: 'other', note: '去外地工作' })
  diary.at('03-22')
  await execute(chu, 'reached', '03-23')
  return { chu }
}

async function lastWeeks(diary: Diary, deals: Deals & { zhou: Deals['sun']; chu: Deals['sun'] }) {
  const { execute } = diary
  const { zhao, sun, zheng, qian, wei, feng, zhou, chu } = deals
  diary.at('03-23')
  await execute(chu, 'not_in_person', '03-25')
  await execute(qian, 'reached', {
    kind: 'lost',
    reason: 'competitor',
    note: '订了凯美瑞',
    competitor: '凯美瑞',
  })
  await diary.ok('钱经理', 'losses.approve', { opportunityId: wei.opportunityId })
  diary.at('03-24')
  await diary.ok('钱经理', 'losses.approve', { opportunityId: qian.opportunityId })
  await diary.ok('陈晓东', 'opportunities.deliver', { opportunityId: zhao.opportunityId, on: '2026-03-24' })
  await execute(zhou, 'reached', '04-03', { opportunity: { grade: 'B', expectedPurchaseDate: '2026-04-15' } })
  diary.at('03-25')
  await execute(chu, 'reached', { kind: 'ordered' })
  await diary.protection(zheng)
  diary.at('03-26')
  await execute(sun, 'powered_off', '03-27')
  await diary.protection(zheng)
  diary.at('03-27')
  await execute(sun, 'reached', '03-30', { opportunity: { grade: 'H' } })
  diary.at('03-30', '09:00')
  await diary.toDo('王建军')
  await execute(zheng, 'reached', '04-20', { content: '好的' })
  await execute(sun, 'reached', { kind: 'ordered' })
  diary.at('03-31')
  await diary.toDo('李雪')
  diary.at('04-01')
  await execute(feng, 'reached', { kind: 'lost', reason: 'bought_elsewhere' })
  await diary.ok('王建军', 'opportunities.deliver', { opportunityId: chu.opportunityId, on: '2026-04-01' })
  await diary.protection(zheng)
  diary.at('04-02')
  await diary.ok('钱经理', 'losses.approve', { opportunityId: feng.opportunityId })
  await diary.protection(zheng)
  await diary.check('钱经理', '04-02')
  await sign(diary, '04-02')
}

async function readTheEnd(diary: Diary, deals: readonly Deals['sun'][]) {
  for (const deal of deals) await diary.standing(deal)
  const { rows } = await diary.ok('高总监', 'violations.list', { limit: 500 })
  const raised = rows.map(
    ({ on, kind, customerName, staffName }) => `${on.slice(5)} ${kind} ${customerName} ${staffName}`,
  )
  const { rows: signatures } = await diary.ok('高总监', 'dailyCheck.signatures', {
    from: '2026-03-01',
    until: '2026-04-02',
  })
  const frozen = await diary.ok('钱经理', 'dailyCheck.signed', { on: '2026-03-06' })
  const roll = await diary.ok('高总监', 'dayRoll.run')
  return { raised: raised.sort(), signatures, frozen, roll }
}

it('thirty business dates come out as worked out by hand', { timeout: 60_000 }, async () => {
  const file = await createStoreFile()
  const line = talk(file)
  const diary = makeDiary(line)
  await openTheStore(diary)
  const first = await firstWeek(diary)
  const second = { ...first, ...(await secondWeek(diary, first)) }
  const third = { ...second, ...(await thirdWeek(diary, second)) }
  await lastWeeks(diary, third)
  const { zhao, sun, wu, zheng, qian, wei, feng, zhou, chu } = third
  const end = await readTheEnd(diary, [zhao, qian, wei, sun, wu, zhou, zheng, feng, chu])
  expect(await line.end()).toBe(0)

  expect(diary.lines).toEqual(
    worked(`
      03-02 陈晓东 registers 赵刚 H 03-09: plan 03-05, limit 03-05           # R-4.1: opened 03-02 + 3
      03-02 李雪 registers 孙丽 A 03-16: plan 03-09, limit 03-09             # + 7
      03-02 李雪 registers 吴涛 B 03-30: plan 03-17, limit 03-17             # + 15; 28 days off is B
      03-02 王建军 registers 郑伟 C 04-10: plan 03-30, limit 04-01           # + 30; 39 days off is C
      03-03 陈晓东 registers 钱芳 H 03-08: plan 03-06, limit 03-06
      03-04 陈晓东 registers 卫兰 B 03-28: plan 03-19, limit 03-19
      03-05 王建军 registers 冯敏 H 03-10: plan 03-08, limit 03-08
      03-05 陈晓东 赵刚 no_answer, plan 03-08: refused, plan_beyond_limit    # R-4.7: within 2 days of the attempt
      03-05 陈晓东 赵刚 no_answer: plan 03-06, limit 03-07                   # first attempt: 03-05 + 2
      03-06 陈晓东 赵刚 busy: plan 03-08, limit 03-08                        # second: 03-06 + 2
      03-06 钱经理 signs 03-06 again: refused, check_already_signed          # R-9.2: once
      03-07 陈晓东 to do: overdue_plan 钱芳 03-06 1d                         # her plan of yesterday was forgotten
      03-07 王建军 冯敏 moved on its day: refused, plan_move_on_its_day      # R-4.6: it was moved here from 03-08
      03-07 王建军 冯敏 reached, effective, now B 03-25: plan 03-20, limit 03-22  # 18 days off is B: 03-07 + 15
      03-08 陈晓东 赵刚 no_answer: plan 03-11, limit 03-11                   # third: the interval of H counts again, + 3

      # R-4.9: overdue, then expired (03-08 has passed), then expiring today
      03-09 陈晓东 to do: overdue_plan 钱芳 03-06 3d · expired 钱芳 03-08 1d · expiring 赵刚 03-09
      03-09 孙丽 proposed: 03-16 up to 03-16       # R-4.8: last third is 03-14 … 03-16, of which two are closed
      03-09 李雪 孙丽 reached, effective: plan 03-16, limit 03-16            # 03-09 + 7
      03-10 陈晓东 钱芳 reached, now A 03-24: plan 03-17, limit 03-17        # R-5.1: two characters do not count
      # 赵刚 has been expired since 03-09. The plan 陈 made good today was overdue, so neither due nor done today.
      03-10 check 03-10 李雪: outOfStep 1                                    # 孙丽: A, 6 days left is H
      03-10 check 03-10 王建军: outOfStep 1                                  # 冯敏: B, 15 days left is A
      03-10 check 03-10 陈晓东: expired 1 · effective 0 %
      03-10 check 03-10: 2 raised, 0 losses waiting                          # 赵刚 expired, 钱芳 put off
      03-11 陈晓东 赵刚 reached, effective, now A 03-20: plan 03-16, limit 03-18  # 03-11 + 7
      03-12 李雪 周建 with a plan on 03-14: refused, plan_on_closed_date
      03-12 H proposed: 03-13 up to 03-15          # R-1.4: 03-15 is closed, so the open date before it
      03-12 李雪 registers 周建 H 03-19: plan 03-13, limit 03-15
      03-14 the store is closed, judged up to 03-13                          # R-1.5: open dates only

      # 周建's plan of 03-13 was forgotten; 孙丽 expected today and is A with 0 days left; 吴涛 B with 14 days is A
      03-16 李雪 to do: overdue_plan 周建 03-13 3d · plan 孙丽 03-16 · expiring 孙丽 03-16 · out_of_step 孙丽 03-16 · out_of_step 吴涛 03-16
      03-16 李雪 周建 reached, effective: plan 03-19, limit 03-19
      03-16 李雪 孙丽 reached, effective, now 03-31: plan 03-20, limit 03-23   # 15 days off is still A
      03-16 陈晓东 赵刚 reached, effective: ordered
      # 卫兰 was made H on 03-13, and H was to be called by 03-07; 赵刚 was due and is done.
      # 李: 孙丽 due and done; 吴涛 out of step. 王: 郑伟 C with 25 days is B, 冯敏 B with 9 days is A.
      03-16 check 03-16 李雪: dueToday 1 · doneToday 1 · outOfStep 1 · effective 100 %
      03-16 check 03-16 王建军: outOfStep 2
      03-16 check 03-16 陈晓东: dueToday 1 · doneToday 1 · beyondLimit 1 · effective 100 %
      03-16 check 03-16: 3 raised, 0 losses waiting                          # 周建, 卫兰, 冯敏 allowed beyond her limit
      03-17 李雪 吴涛 hung_up: plan 03-19, limit 03-19                       # R-4.7: 03-17 + 2
      03-17 陈晓东 钱芳 reached, effective: lost                             # R-4.11: waits for the manager
      03-18 王建军 registers 褚健 H 03-25: plan 03-19, limit 03-21
      03-19 李雪 吴涛 reached, effective, now A: plan 03-26, limit 03-26     # 03-30 is 11 days off
      03-19 李雪 周建 reached, effective, now A 04-02: plan 03-24, limit 03-26
      03-19 陈晓东 卫兰 reached, effective: plan 03-21, limit 03-22          # H: 03-19 + 3
      03-19 钱经理 refuses the loss of 钱芳: plan 03-20                      # 陈's next working day
      03-20 王建军 褚健 reached: plan 03-22, limit 03-22                     # R-4.10: of yesterday, late, so not effective; 03-19 + 3
      03-20 李雪 孙丽 reached, effective: plan 03-26, limit 03-27
      03-21 陈晓东 卫兰 lost for another reason: refused, loss_note_required
      03-21 陈晓东 卫兰 reached, effective: lost
      03-22 王建军 褚健 reached, effective: plan 03-23, limit 03-25

      03-23 王建军 褚健 not_in_person: plan 03-25, limit 03-25               # R-4.4: an attempt
      03-23 陈晓东 钱芳 reached, effective: lost
      03-24 李雪 周建 reached, effective, now B 04-15: plan 04-03, limit 04-08   # 22 days off is B: 03-24 + 15
      03-25 王建军 褚健 reached, effective: ordered
      03-25 郑伟 protected until 04-01, 7 days left                          # R-5.2: owner since 03-02, + 30
      03-26 李雪 孙丽 powered_off: plan 03-27, limit 03-28
      03-26 郑伟 protected until 04-01, 6 days left, thin ice                # R-5.7: the last 7 days
      03-27 李雪 孙丽 reached, effective, now H: plan 03-30, limit 03-30     # 4 days left is H
      03-30 王建军 to do: plan 郑伟 03-30 thin ice 2 · expired 冯敏 03-25 5d · out_of_step 郑伟 03-30 thin ice 2
      03-30 王建军 郑伟 reached: plan 04-20, limit 04-29                     # reached moves the anchor, but is not effective
      03-30 李雪 孙丽 reached, effective: ordered
      # 吴涛 waits since 03-26; 周建 B 04-15 is 15 days off, which is A
      03-31 李雪 to do: overdue_plan 吴涛 03-26 5d · expired 吴涛 03-30 1d · out_of_step 周建 03-31
      04-01 王建军 冯敏 reached, effective: lost
      04-01 郑伟 protected until 04-01, 0 days left, thin ice                # day 30 is still protected
      04-02 郑伟 protected until 04-01, 0 days left                          # day 31 is not
      # 李: 吴涛 overdue, expired and beyond 03-26; 周建 B with 13 days is A. 王: 郑伟 dormant, C with 8 days is A.
      04-02 check 04-02 李雪: overdue 1 · expired 1 · beyondLimit 1 · outOfStep 1
      04-02 check 04-02 王建军: outOfStep 1 · dormant 1
      04-02 check 04-02 陈晓东: nothing
      04-02 check 04-02: 0 raised, 0 losses waiting

      04-02 赵刚 delivered A 03-20, 5 follow-ups
      04-02 钱芳 lost A 03-24, 3 follow-ups
      04-02 卫兰 lost H 03-20, 2 follow-ups
      04-02 孙丽 ordered H 03-31, 6 follow-ups
      04-02 吴涛 open A 03-30, plan 03-26, limit 03-26, 2 follow-ups
      04-02 周建 open B 04-15, plan 04-03, limit 04-08, 3 follow-ups
      04-02 郑伟 open C 04-10, plan 04-20, limit 04-29, 1 follow-ups
      04-02 冯敏 lost B 03-25, 2 follow-ups
      04-02 褚健 delivered H 03-25, 4 follow-ups
    `),
  )

  // each dated with the first open date on which it stands.
  expect(end.raised).toEqual(
    worked(`
      03-07 overdue_follow_up 钱芳 陈晓东           # plan 03-06; no frequency_breach beside it (R-8.2)
      03-09 expired_opportunity 钱芳 陈晓东         # expected 03-08
      03-10 expired_opportunity 赵刚 陈晓东         # expected 03-09
      03-10 unrealistic_postponement 钱芳 陈晓东    # R-8.3: 16 days later, H closes within 7, nothing effective that day
      03-16 frequency_breach 卫兰 陈晓东            # as H her limit was 03-07; 03-14 and 03-15 are not judged
      03-16 overdue_follow_up 周建 李雪             # plan 03-13
      03-16 unrealistic_postponement 冯敏 王建军    # R-4.5: allowed to 04-01, limit 03-22
      03-20 overdue_follow_up 褚健 王建军           # plan 03-19, recorded on 03-20
      03-21 expired_opportunity 卫兰 陈晓东         # expected 03-20; the loss was applied for after the roll
      03-21 overdue_follow_up 钱芳 陈晓东           # the plan after the refusal, 03-20
      03-26 expired_opportunity 冯敏 王建军         # expected 03-25; no breach for 03-22, the manager allowed 04-01
      03-27 overdue_follow_up 吴涛 李雪             # plan 03-26
      03-31 expired_opportunity 吴涛 李雪           # expected 03-30
    `),
  )
  // The roll of the last date ran by itself with its first call and found nothing new; asked on that date, it says so.
  expect(end.roll).toEqual({ rolledDates: ['2026-04-02'], raised: 0 })

  // of the 30 open dates four are signed; the others stand as unsigned to the director.
  expect(end.signatures).toHaveLength(30)
  const signed = end.signatures.filter(({ signedAt }) => signedAt !== null)
  expect(signed.map(({ on }) => on)).toEqual(['2026-03-06', '2026-03-13', '2026-03-20', '2026-04-02'])

  // what was signed on 03-06 is still what was seen: 赵刚 done, 钱芳 not yet.
  const chen = end.frozen.consultants.find(({ name }) => name === '陈晓东')
  expect(chen?.figures).toMatchObject({ dueToday: 2, doneToday: 1, notDone: 1, overdue: 0 })

  const verified = await cli(['verify', '--store', file])
  expect(verified.out).toContain('"problems":[]')
})
