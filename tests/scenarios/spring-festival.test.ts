import { expect, it } from 'vitest'
import { planOn, raised, reach, readRows, register } from '#tests/support/book.ts'
import { day, worked } from '#tests/support/days/diary.ts'
import { allowCover, codesOf } from '#tests/support/books/leave-store.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/*
 * Spring Festival 2026: the store is closed from Monday 02-16 to Sunday 02-22, and three consultants are away around it.
 * Policy `benyue` with cover allowed: H 7/3, A 15/7, B 30/15. Nobody has rest days.
 * 陈晓东: 02-12 … 02-24, done before and postponed, confirmed. 李雪: training 02-23 … 02-25, covered, confirmed.
 * 周婷: 02-13 … 02-15, one of two lines left, so it begins unconfirmed and shields nothing.
 */

const festival = Array.from({ length: 7 }, (_, i) => `2026-02-${16 + i}`)
const at = (date: string, time = '10:00') => `2026-${date} ${time}`

function makeBook(store: TrainingStore) {
  store.setNow(at('02-10'))
  const make = (who: PersonName, name: string, grade: string, expected: string, plan: string) =>
    register(store, who, { name, grade, expected: `2026-${expected}`, plan: `2026-${plan}` })
  return {
    zhao: make('chen', '赵', 'B', '03-05', '02-13'), // limit 02-25, the first day after his leave
    qian: make('chen', '钱', 'A', '02-25', '02-14'), // limit 02-17
    sun: make('chen', '孙', 'H', '02-17', '02-12'), // limit 02-13; plan and purchase date within the leave
    zhou: make('li', '周', 'B', '03-05', '02-24'), // limit 02-25
    wu: make('li', '吴', 'B', '03-05', '02-25'), // limit 02-25
    zheng: make('zhou', '郑', 'A', '02-25', '02-13'), // limit 02-17, judged for 02-23
    wang: make('zhou', '王', 'A', '02-25', '02-14'), // limit 02-17, judged for 02-23
  }
}

/** Everybody asks for his leave and clears what he clears; what each act gives is noted. */
function handOver(store: TrainingStore, deals: ReturnType<typeof makeBook>, note: (line: string) => void) {
  const ask = (who: PersonName, from: string, until: string, kind: 'vacation' | 'training') => {
    const { leaveId, unresolved } = store.ok(who, 'leaves.request', {
      from: `2026-${from}`,
      until: `2026-${until}`,
      kind,
    })
    note(`${who} asks for ${from} … ${until}: ${unresolved} lines`)
    return leaveId
  }
  const [chens, lis, zhous] = [
    ask('chen', '02-12', '02-24', 'vacation'),
    ask('li', '02-23', '02-25', 'training'),
    ask('zhou', '02-13', '02-15', 'vacation'),
  ]
  reach(store, 'chen', deals.qian.opportunityId, planOn('2026-02-25'))
  note('chen 钱 done before: plan 02-25')
  const date = store.ok('chen', 'leaves.resolve', {
    leaveId: chens,
    opportunityId: deals.sun.opportunityId,
    expectedPurchaseDate: '2026-02-26',
  })
  note(`chen 孙 purchase date ${day(date.on ?? '')}: ${date.unresolved} left`)
  const rest = store.ok('chen', 'leaves.postponeRest', { leaveId: chens })
  for (const { planId, from, on } of rest.lines) {
    const name = planId === deals.sun.planId ? '孙' : '赵'
    note(`chen ${name} postponed from ${day(from)} to ${day(on)}`)
  }
  for (const deal of [deals.zhou, deals.wu]) {
    const way = { cover: { staffId: store.ids.zhou } }
    store.ok('li', 'leaves.resolve', { leaveId: lis, planId: deal.planId, way })
  }
  const moved = store.ok('zhou', 'leaves.resolve', { leaveId: zhous, planId: deals.wang.planId })
  note(`zhou 王 postponed to ${day(moved.on ?? '')}: ${moved.unresolved} left`)
  store.ok('manager', 'leaves.confirm', { leaveId: chens })
  store.ok('manager', 'leaves.confirm', { leaveId: lis })
  const refused = store.refused('otherManager', 'leaves.confirm', { leaveId: zhous })
  note(`zhou confirmed: refused, ${codesOf(refused)?.join()}`)
  return { zhous }
}

it('holds nothing against anybody for what he resolved, and everything that he did not', () => {
  const store = openTrainingStore({ now: at('02-09') })
  allowCover(store)
  store.ok('director', 'store.setCalendar', { closedDates: festival })
  const lines: string[] = []
  let today = '02-11'
  const note = (line: string) => void lines.push(`${today} ${line}`)
  const deals = makeBook(store)
  store.setNow(at(today))
  const { zhous } = handOver(store, deals, note)
  const known = new Set<string>()
  const roll = () => {
    store.ok('director', 'dayRoll.run')
    for (const line of raised(store).filter((each) => !known.has(each))) {
      known.add(line)
      lines.push(day(line))
    }
  }
  const list = (who: PersonName) => {
    const { items } = store.ok(who, 'toDo.list')
    const plans = items.filter(({ planId }) => planId !== null)
    note(
      `${who} to do: ${plans.map(({ kind, customerName }) => `${kind} ${customerName}`).join(' · ') || 'nothing'}`,
    )
  }
  const lost = { kind: 'lost', reason: 'price' } as const
  const acts: Readonly<Record<string, () => void>> = {
    '02-14': () => {
      const refused = store.refused('otherManager', 'leaves.confirm', { leaveId: zhous })
      note(`zhou confirmed: refused, ${codesOf(refused)?.join()}`)
    },
    '02-23': () => {
      list('zhou')
      reach(store, 'zhou', deals.zheng.opportunityId, { kind: 'ordered' })
    },
    '02-24': () => {
      list('zhou')
      reach(store, 'zhou', deals.zhou.opportunityId, planOn('2026-03-05'))
      reach(store, 'zhou', deals.wang.opportunityId, lost)
    },
    '02-25': () => {
      list('chen')
      list('zhou')
      reach(store, 'chen', deals.sun.opportunityId, lost)
      reach(store, 'chen', deals.qian.opportunityId, { kind: 'ordered' })
    },
    '02-26': () => {
      list('chen')
      list('zhou')
      list('li')
    },
  }
  for (const date of [
    '02-11',
    '02-12',
    '02-13',
    '02-14',
    '02-15',
    ...festival.map(day),
    '02-23',
    '02-24',
    '02-25',
    '02-26',
    '02-27',
    '02-28',
  ]) {
    today = date
    store.setNow(at(date))
    roll()
    acts[date]?.()
  }

  expect(lines).toEqual(
    worked(`
      02-11 chen asks for 02-12 … 02-24: 4 lines          # the plans of 赵, 钱, 孙, and 孙's purchase date
      02-11 li asks for 02-23 … 02-25: 2 lines
      02-11 zhou asks for 02-13 … 02-15: 2 lines
      02-11 chen 钱 done before: plan 02-25                # limit 02-18 within the leave: up to his first day back
      02-11 chen 孙 purchase date 02-26: 2 left            # now A by date
      02-11 chen 孙 postponed from 02-12 to 02-25          # A before B
      02-11 chen 赵 postponed from 02-13 to 02-26
      02-11 zhou 王 postponed to 02-24: 1 left             # 郑, the older, would get 02-23
      02-11 zhou confirmed: refused, leave_unresolved
      02-11 unrealistic_postponement 孙                    # 9 days, more than the 7 of H, without a contact
      02-14 overdue_follow_up 郑                           # the leave of 周婷 is not confirmed
      02-14 zhou confirmed: refused, leave_begun
      02-23 zhou to do: overdue_plan 郑
      02-24 frequency_breach 王                            # limit 02-17, closed, judged for 02-23
      02-24 zhou to do: plan 王 · plan 周                  # A before B; 周 for 李雪
      02-25 chen to do: plan 孙 · plan 钱
      02-25 zhou to do: plan 吴                            # he leaves it undone
      02-26 chen to do: plan 赵                            # limit 02-25, shielded until the plan
      02-26 zhou to do: nothing
      02-26 li to do: plan 吴                              # back with the owner, due on her first day
      02-27 overdue_follow_up 吴
      02-27 overdue_follow_up 赵
    `),
  )
  const { chen, li } = store.ids
  const whose = readRows<{ name: string; staff_id: string }>(
    store,
    'select c.name, v.staff_id from violations v join customers c using (customer_id) where v."on" = \'2026-02-27\' order by c.name',
  )
  expect(new Map(whose.map((row) => [row.name, row.staff_id]))).toEqual(
    new Map([
      ['吴', li],
      ['赵', chen],
    ]),
  )
  // What 周婷 did for 李雪 counts for 李雪.
  expect(readRows(store, `select last_effective_on from customers where name = '周'`)).toEqual([
    { last_effective_on: '2026-02-24' },
  ])
})
