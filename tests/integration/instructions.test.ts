import { describe, expect, it, test } from 'vitest'
import { planOn, reach, readRows, writeRows } from '#tests/support/book.ts'
import { makeInstructedStore } from '#tests/support/books/instructed-store.ts'
import type { PersonName } from '#tests/support/training-store.ts'

describe('giving an instruction (R-9.5)', () => {
  it('goes to the owner of the customer, by whom and until when', () => {
    const { store, give, only } = makeInstructedStore()
    const instructionId = give({ dueOn: '2026-03-03', proposedGrade: 'h' })
    expect(only('manager')).toMatchObject({
      instructionId,
      status: 'given',
      customerName: '甲客',
      staffName: '陈晓东',
      givenBy: { staffId: store.ids.manager, name: '钱经理' },
      givenOn: '2026-03-02',
      text: '明天带经理一起打',
      dueOn: '2026-03-03',
      proposedGrade: 'H',
      late: false,
      abilities: { see: false, answer: false, close: false },
    })
    expect([only('chen').mayOpenCard, only('manager').mayOpenCard]).toEqual([true, true])
    expect(only('chen').abilities).toEqual({ see: true, answer: true, close: false })
  })

  it('may be about one follow-up, which gives its customer', () => {
    const { store, ofChen, only } = makeInstructedStore()
    reach(store, 'chen', ofChen.opportunityId, planOn('2026-03-06'))
    const followUpId =
      store.ok('chen', 'customers.get', { customerId: ofChen.customerId }).followUps[0]?.followUpId ?? ''
    store.ok('manager', 'instructions.add', { followUpId, text: '这次没有问预算' })
    expect(only('chen')).toMatchObject({ customerName: '甲客', followUpId })
    expect(store.refused('otherManager', 'instructions.add', { followUpId, text: '看看' }).code).toBe(
      'NOT_FOUND',
    )
    expect(store.refused('manager', 'instructions.add', { followUpId: 'none', text: '看看' }).code).toBe(
      'NOT_FOUND',
    )
  })

  test.each([
    ['nothing to be about', { customerId: undefined }, 'customerId', 'one_of_customer_or_follow_up'],
    ['two things to be about', { followUpId: 'x' }, 'customerId', 'one_of_customer_or_follow_up'],
    ['no text', { text: '  ' }, 'text', undefined],
    ['a date before today', { dueOn: '2026-03-01' }, 'dueOn', 'in_past'],
    ['a grade that the policy does not have', { proposedGrade: 'Z' }, 'proposedGrade', 'unknown_grade'],
    ['the owner as helper', { helperId: 'chen' }, 'helperId', 'owner_helps_himself'],
    ['the front desk as helper', { helperId: 'desk' }, 'helperId', 'unknown_staff'],
    ['a manager as helper', { helperId: 'manager' }, 'helperId', 'not_a_consultant'],
    ['a helper of another team', { helperId: 'zhou' }, 'helperId', 'unknown_staff'],
  ])('is refused with %s, naming the field', (_, parts, field, code) => {
    const { store, ofChen } = makeInstructedStore()
    const helperId = 'helperId' in parts ? { helperId: store.ids[parts.helperId as PersonName] } : {}
    const input = { customerId: ofChen.customerId, text: '明天带经理一起打', ...parts, ...helperId }
    const { issues } = store.refused('manager', 'instructions.add', input)
    expect(issues?.map((issue) => issue.field)).toEqual([field])
    if (code) expect(issues?.[0]?.code).toBe(code)
  })

  it('may be due today', () => {
    const { give, only } = makeInstructedStore()
    give({ dueOn: '2026-03-02' })
    expect(only('manager')).toMatchObject({ dueOn: '2026-03-02', late: false })
  })

  it('lets a director name a helper of any team, but nobody who has left', () => {
    const { store, give, only, ofZhou } = makeInstructedStore()
    give({ helperId: store.ids.zhou }, 'director')
    expect(only('director').helper).toEqual({ staffId: store.ids.zhou, name: '周婷' })
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.li, status: 'suspended' })
    const refused = store.refused('director', 'instructions.add', {
      customerId: ofZhou.customerId,
      text: '请小李帮一下',
      helperId: store.ids.li,
    })
    expect(refused.issues).toMatchObject([{ field: 'helperId', code: 'not_a_consultant' }])
  })

  it('is refused for a customer for whom nobody works', () => {
    const { store, ofChen } = makeInstructedStore()
    writeRows(store, 'update customers set owner_id = null where customer_id = ?', ofChen.customerId)
    const refused = store.refused('director', 'instructions.add', {
      customerId: ofChen.customerId,
      text: '谁来跟',
    })
    expect(refused.reasons).toEqual([{ code: 'instruction_needs_owner', data: { field: 'customerId' } }])
  })

  it('is nothing a consultant or the front desk may do, nor a manager of another team', () => {
    const { store, ofChen } = makeInstructedStore()
    const input = { customerId: ofChen.customerId, text: '看看' }
    expect(store.refused('chen', 'instructions.add', input).code).toBe('PERMISSION_DENIED')
    expect(store.refused('desk', 'instructions.add', input).code).toBe('PERMISSION_DENIED')
    expect(store.refused('otherManager', 'instructions.add', input).code).toBe('NOT_FOUND')
  })
})

describe('seeing and answering', () => {
  it('stays in his to-do list until it is answered (R-4.9)', () => {
    const { store, give, toDo } = makeInstructedStore()
    const instructionId = give({ dueOn: '2026-03-03' })
    expect(toDo('chen')).toMatchObject([
      {
        customerName: '甲客',
        on: '2026-03-03',
        daysOverdue: 0,
        instruction: {
          instructionId,
          text: '明天带经理一起打',
          giver: '钱经理',
          seen: false,
          asHelper: false,
        },
      },
    ])
    expect(toDo('li')).toEqual([])
    store.setNow('2026-03-05')
    store.ok('chen', 'instructions.see', { instructionIds: [instructionId] })
    expect(toDo('chen')).toMatchObject([{ daysOverdue: 2, instruction: { seen: true } }])
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打，周六来店' })
    expect(toDo('chen')).toEqual([])
  })

  it('notes only the first time it was seen', () => {
    const { store, give, only } = makeInstructedStore()
    const instructionIds = [give()]
    store.setNow('2026-03-03 09:10')
    store.ok('chen', 'instructions.see', { instructionIds })
    const { seenAt } = only('chen')
    expect(only('chen')).toMatchObject({ status: 'seen', abilities: { see: false, answer: true } })
    store.setNow('2026-03-03 10:10')
    store.ok('chen', 'instructions.see', { instructionIds })
    expect(only('chen').seenAt).toBe(seenAt)
  })

  it('is for the owner and the helper alone', () => {
    const { store, give } = makeInstructedStore()
    const instructionId = give({ helperId: store.ids.li })
    const elsewhere = give({}, 'director')
    expect(store.refused('zhou', 'instructions.answer', { instructionId, text: '好的' }).code).toBe(
      'NOT_FOUND',
    )
    expect(store.refused('manager', 'instructions.answer', { instructionId, text: '好的' }).code).toBe(
      'PERMISSION_DENIED',
    )
    expect(store.refused('li', 'instructions.see', { instructionIds: [instructionId, elsewhere] }).code).toBe(
      'NOT_FOUND',
    )
    // What is refused in part is not done in part.
    expect(readRows(store, 'select 1 from instructions where seen_at is not null')).toEqual([])
  })

  it('may be put better until it is closed; its date stays that of the first answer', () => {
    const { store, give, only, unanswered } = makeInstructedStore()
    const instructionId = give()
    store.setNow('2026-03-03 09:10')
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打' })
    const first = only('manager')
    expect(first).toMatchObject({
      status: 'answered',
      answer: '已打',
      answeredBy: '陈晓东',
      seenAt: first.answeredAt,
    })
    store.setNow('2026-03-05')
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打，周六带太太来店' })
    expect(only('manager')).toMatchObject({ answer: '已打，周六带太太来店', answeredAt: first.answeredAt })
    expect([unanswered('2026-03-02'), unanswered('2026-03-03'), unanswered('2026-03-04')]).toEqual([1, 0, 0])
    store.ok('manager', 'instructions.close', { instructionId })
    const refused = store.refused('chen', 'instructions.answer', { instructionId, text: '再补充' })
    expect(refused.reasons).toEqual([{ code: 'instruction_closed', data: {} }])
    expect(only('manager').answer).toBe('已打，周六带太太来店')
  })

  it('returns in every check until it is answered (R-9.1, R-9.5)', () => {
    const { store, give, unanswered } = makeInstructedStore()
    const instructionId = give()
    store.setNow('2026-03-06 10:00')
    expect(['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06'].map(unanswered)).toEqual([1, 1, 1, 1])
    expect(
      store.ok('manager', 'dailyCheck.lines', { on: '2026-03-06', figure: 'unanswered' }).rows,
    ).toMatchObject([
      {
        customerName: '甲客',
        reasons: [{ code: 'instruction_unanswered', data: { givenOn: '2026-03-02' } }],
      },
    ])
    store.ok('chen', 'instructions.answer', { instructionId, text: '已经处理' })
    expect(unanswered('2026-03-06')).toBe(0)
    expect(unanswered('2026-03-05')).toBe(1)
  })
})

describe('a customer who changes his owner', () => {
  it('takes the instruction along: it waits for the new owner, in his list and in the check', () => {
    const { store, give, toDo, ofChen } = makeInstructedStore()
    const instructionId = give()
    store.ok('chen', 'instructions.see', { instructionIds: [instructionId] })
    store.ok('director', 'reassignments.apply', {
      from: store.ids.chen,
      customerIds: [ofChen.customerId],
      to: [store.ids.zhou],
      spread: 'one',
      reason: '调整分工',
    })
    const figure = (as: PersonName) => store.ok(as, 'dailyCheck.get').store.figures.unanswered
    expect([figure('manager'), figure('otherManager')]).toEqual([0, 1])
    expect(toDo('chen')).toEqual([])
    expect(toDo('zhou')).toMatchObject([{ instruction: { instructionId, seen: false, asHelper: false } }])
    expect(store.refused('chen', 'instructions.answer', { instructionId, text: '已打' }).code).toBe(
      'NOT_FOUND',
    )
    store.ok('zhou', 'instructions.answer', { instructionId, text: '已接手并联系' })
    expect(figure('otherManager')).toBe(0)
  })
})

describe('closing', () => {
  it('waits for an answer, then for the giver, on whose sheet it stands', () => {
    const { store, give, only, attention } = makeInstructedStore()
    const instructionId = give()
    const early = store.refused('manager', 'instructions.close', { instructionId })
    expect(early.reasons).toEqual([{ code: 'instruction_not_answered', data: {} }])
    expect(attention('manager')).toEqual([])
    store.setNow('2026-03-03 09:10')
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打' })
    expect(attention('manager')).toMatchObject([
      {
        staffName: '陈晓东',
        customerName: '甲客',
        refId: instructionId,
        on: '2026-03-03',
        reasons: [{ code: 'instruction_answered', data: { answer: '已打', name: '陈晓东' } }],
      },
    ])
    expect(attention('manager', '2026-03-02')).toEqual([])
    expect([attention('director'), attention('otherManager')]).toEqual([[], []])
    store.setNow('2026-03-04')
    expect(attention('manager')).toHaveLength(1)
    store.ok('manager', 'instructions.close', { instructionId })
    expect(attention('manager')).toEqual([])
    expect(attention('manager', '2026-03-03')).toHaveLength(1)
    expect(only('manager')).toMatchObject({
      status: 'closed',
      closedBy: '钱经理',
      abilities: { see: false, answer: false, close: false },
    })
    const again = store.refused('manager', 'instructions.close', { instructionId })
    expect(again.reasons).toEqual([{ code: 'instruction_closed', data: {} }])
  })

  test.each([
    ['manager', 'director', 'ok'],
    ['director', 'manager', 'ok'],
    ['manager', 'otherManager', 'NOT_FOUND'],
    ['manager', 'chen', 'PERMISSION_DENIED'],
  ] as const)('one that %s gave is closed by %s: %s', (giver, closer, outcome) => {
    const { store, give } = makeInstructedStore()
    const instructionId = give({}, giver)
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打' })
    const answer = store.answer(closer, 'instructions.close', { instructionId })
    expect(answer.ok ? 'ok' : answer.error.code).toBe(outcome)
  })

  it('stays with its giver when the customer has gone to another team', () => {
    const { store, give, only, attention, ofChen } = makeInstructedStore()
    const instructionId = give()
    writeRows(
      store,
      'update customers set owner_id = ? where customer_id = ?',
      store.ids.zhou,
      ofChen.customerId,
    )
    writeRows(store, 'update instructions set staff_id = ?', store.ids.zhou)
    expect(store.refused('chen', 'instructions.answer', { instructionId, text: '已打' }).code).toBe(
      'NOT_FOUND',
    )
    store.ok('zhou', 'instructions.answer', { instructionId, text: '已接手并联系' })
    expect(attention('manager')).toMatchObject([{ staffName: '周婷' }])
    expect(only('manager')).toMatchObject({ mayOpenCard: false, abilities: { close: true } })
    store.ok('manager', 'instructions.close', { instructionId })
  })

  it('falls to those who may close for a giver who has left', () => {
    const { store, give, attention } = makeInstructedStore()
    const instructionId = give({}, 'director')
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打' })
    expect([attention('director'), attention('manager')].map(({ length }) => length)).toEqual([1, 0])
    store.ok('admin', 'staff.setStatus', { staffId: store.ids.director, status: 'resigned' })
    expect([attention('manager'), attention('otherManager'), attention('chen')]).toMatchObject([
      [{ refId: instructionId }],
      [],
      [],
    ])
    store.ok('manager', 'instructions.close', { instructionId })
    expect(attention('manager')).toEqual([])
  })

  it('that was closed before a customer went keeps its consultant, who may not open the card any more', () => {
    const { store, give, only, ofChen } = makeInstructedStore()
    const instructionId = give()
    store.ok('chen', 'instructions.answer', { instructionId, text: '已打' })
    store.ok('manager', 'instructions.close', { instructionId })
    writeRows(
      store,
      'update customers set owner_id = ? where customer_id = ?',
      store.ids.zhou,
      ofChen.customerId,
    )
    expect(only('chen')).toMatchObject({ staffName: '陈晓东', mayOpenCard: false })
  })
})
