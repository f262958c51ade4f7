import { describe, expect, it } from 'vitest'
import { planOn, reach, writeRows } from '#tests/support/book.ts'
import { makeInstructedStore } from '#tests/support/books/instructed-store.ts'
import type { LooseInput, PersonName } from '#tests/support/training-store.ts'

describe('a helper (R-9.7)', () => {
  it('gets a line with a briefing, may answer, and gets neither card nor customer', () => {
    const { store, give, toDo, only, ofChen } = makeInstructedStore()
    reach(store, 'chen', ofChen.opportunityId, planOn('2026-03-05'))
    const instructionId = give({ helperId: store.ids.li })
    const [line] = toDo('li')
    expect(line).toMatchObject({
      customerId: null,
      opportunityId: null,
      customerName: '甲客',
      grade: 'A',
      model: '帕萨特',
      expectedPurchaseDate: '2026-03-16',
      lastContactOn: '2026-03-02',
      lastResult: 'reached',
      lastContent: '客户说周末来看车',
      instruction: {
        asHelper: true,
        ownerName: '陈晓东',
        helperName: '李雪',
        nextPlan: { on: '2026-03-05', channel: 'phone' },
      },
    })
    expect(only('li').mayOpenCard).toBe(false)
    expect(line?.phone).toMatch(/^138/)
    expect(store.refused('li', 'customers.get', { customerId: ofChen.customerId }).code).toBe('NOT_FOUND')
    expect(toDo('chen')).toMatchObject([{ instruction: { asHelper: false, helperName: '李雪' } }])
    store.ok('li', 'instructions.see', { instructionIds: [instructionId] })
    store.ok('li', 'instructions.answer', { instructionId, text: '和陈晓东一起打过了' })
    expect([toDo('li'), toDo('chen')]).toEqual([[], []])
    expect(only('chen')).toMatchObject({ answeredBy: '李雪', staffName: '陈晓东' })
    const { customer } = store.ok('chen', 'customers.get', { customerId: ofChen.customerId })
    expect(customer.ownerName).toBe('陈晓东')
  })

  it('who becomes the owner has one line, not two', () => {
    const { store, give, toDo } = makeInstructedStore()
    give({ helperId: store.ids.li })
    writeRows(store, 'update instructions set staff_id = ?', store.ids.li)
    expect(toDo('li')).toMatchObject([{ instruction: { asHelper: false } }])
  })
})

describe('reading instructions', () => {
  it('shows everybody those of his reach, those he gave and those he helps with', () => {
    const { store, give, ofZhou } = makeInstructedStore()
    give({ text: '一', helperId: store.ids.li })
    give({ text: '二', customerId: ofZhou.customerId }, 'director')
    give({ text: '三', helperId: store.ids.zhou }, 'director')
    const texts = (as: PersonName, input?: LooseInput<'instructions.list'>) =>
      store.ok(as, 'instructions.list', input).rows.map(({ text }) => text)
    expect(texts('director')).toEqual(['三', '二', '一'])
    expect(texts('manager')).toEqual(['三', '一'])
    expect(texts('otherManager')).toEqual(['二'])
    expect(texts('chen')).toEqual(['三', '一'])
    expect(texts('li')).toEqual(['一'])
    expect(texts('zhou')).toEqual(['三', '二'])
    expect(texts('director', { staffId: store.ids.zhou })).toEqual(['三', '二'])
    expect(texts('director', { customerId: ofZhou.customerId })).toEqual(['二'])
    expect(texts('chen', { customerId: ofZhou.customerId })).toEqual([])
    expect(store.refused('desk', 'instructions.list').code).toBe('PERMISSION_DENIED')
  })

  it('is filtered by how far they have come, in pages', () => {
    const { store, give } = makeInstructedStore()
    const [first, second, third] = [
      give({ text: '一' }),
      give({ text: '二' }),
      give({ text: '三' }),
      give({ text: '四' }),
    ]
    store.ok('chen', 'instructions.see', { instructionIds: [first] })
    for (const instructionId of [second, third])
      store.ok('chen', 'instructions.answer', { instructionId, text: '已做' })
    store.ok('manager', 'instructions.close', { instructionId: third })
    const texts = (input: LooseInput<'instructions.list'>) =>
      store.ok('manager', 'instructions.list', input).rows.map(({ text }) => text)
    expect((['given', 'seen', 'answered', 'closed'] as const).map((status) => texts({ status }))).toEqual([
      ['四'],
      ['一'],
      ['二'],
      ['三'],
    ])
    expect(texts({ open: true })).toEqual(['四', '二', '一'])
    expect(texts({ open: false })).toEqual(['三'])
    const page = store.ok('manager', 'instructions.list', { limit: 3 })
    expect([page.rows.length, page.total]).toEqual([3, 4])
    expect(
      store.ok('manager', 'instructions.list', { limit: 3, cursor: page.nextCursor }).rows,
    ).toMatchObject([{ text: '一' }])
  })

  it('stands on the card with what the reader may do', () => {
    const { store, give, ofChen } = makeInstructedStore()
    give({ proposedGrade: 'H' })
    const card = (as: PersonName) => store.ok(as, 'customers.get', { customerId: ofChen.customerId })
    expect(card('manager')).toMatchObject({
      instructions: [{ text: '明天带经理一起打', proposedGrade: 'H', status: 'given' }],
      abilities: { instruct: true },
    })
    expect(card('chen')).toMatchObject({
      instructions: [{ abilities: { answer: true } }],
      abilities: { instruct: false },
    })
  })
})
