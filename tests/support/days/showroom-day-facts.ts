import type { TrainingStore } from '#tests/support/made-store.ts'

/** How a store stands after the showroom day, by names and times: two that lived through the same day have the same. */
export function factsOfShowroomDay({ ok, ids }: TrainingStore) {
  const on = '2026-03-05'
  const names = new Map(ok('admin', 'staff.list', {}).rows.map(({ staffId, name }) => [staffId, name]))
  const { rows: lines } = ok('director', 'visits.list', { on, limit: 100 })
  const { closed, countersigned } = ok('director', 'visits.day', { on })
  const { rows: customers } = ok('director', 'customers.search', { limit: 100 })
  return {
    lines: [...lines]
      .sort((a, b) => (a.arrivedTime ?? '').localeCompare(b.arrivedTime ?? ''))
      .map((line) =>
        Object.fromEntries(Object.entries(line).filter(([key]) => !/(Id|version|abilities)$/.test(key))),
      ),
    signed: [closed?.name, closed?.totals, countersigned?.name],
    sequence: ok('director', 'rotation.history', { desk: 'showroom', on }).rows.map((row) => [
      row.kind,
      row.name,
      row.reasons.map(({ code }) => code),
    ]),
    order: ok('desk', 'rotation.board', {}).places.map(({ name }) => name),
    owners: customers
      .map(({ name, ownerName, grade, model }) => [name, ownerName, grade, model].join(' '))
      .sort(),
    plans: (['chen', 'li'] as const).map((who) =>
      ok('director', 'toDo.list', { staffId: ids[who] }).items.map(({ kind, customerName, on: due }) =>
        [kind, customerName, due].join(' '),
      ),
    ),
    faults: ok('director', 'violations.list', {}).rows.map(({ on: date, kind, staffId }) => [
      date,
      kind,
      names.get(staffId),
    ]),
  }
}
