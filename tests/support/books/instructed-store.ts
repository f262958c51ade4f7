import { register } from '#tests/support/book.ts'
import { openTrainingStore, type LooseInput, type PersonName } from '#tests/support/training-store.ts'

/** Monday 03-02: chen and li (of `manager`) and zhou (of `otherManager`) have a customer each. */
export function makeInstructedStore() {
  const store = openTrainingStore()
  const wish = { grade: 'A', expected: '2026-03-16', plan: '2026-03-06' }
  const ofChen = register(store, 'chen', { ...wish, name: '甲客' })
  const ofLi = register(store, 'li', { ...wish, name: '乙客' })
  const ofZhou = register(store, 'zhou', { ...wish, name: '丙客' })
  store.setNow('2026-03-02 18:00')
  const give = (parts: Partial<LooseInput<'instructions.add'>> = {}, as: PersonName = 'manager') =>
    store.ok(as, 'instructions.add', { customerId: ofChen.customerId, text: '明天带经理一起打', ...parts })
      .instructionId
  const only = (as: PersonName) => {
    const { rows } = store.ok(as, 'instructions.list')
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} instructions`)
    return rows[0]
  }
  const toDo = (as: PersonName) =>
    store.ok(as, 'toDo.list').items.filter(({ kind }) => kind === 'instruction')
  const unanswered = (on: string) => store.ok('manager', 'dailyCheck.get', { on }).store.figures.unanswered
  const attention = (as: PersonName, on?: string) =>
    (store.ok(as, 'dailyCheck.get', on ? { on } : undefined).attention ?? []).filter(
      ({ kind }) => kind === 'instruction_to_close',
    )
  return { store, ofChen, ofLi, ofZhou, give, only, toDo, unanswered, attention }
}
