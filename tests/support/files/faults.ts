/** What spoils a store from outside: the problem it makes, where, in words, and how. */
export type Fault = [code: string, table: string, what: string, sql: string]

// What these need, and what else is found, is in penalties-recompute.test.ts.
export const faultsOfPenalties: Fault[] = [
  [
    'violation_entry_differs',
    'violations',
    'a violation approved past the ledger',
    `update violations set status = 'approved'`,
  ],
  [
    'violation_approved_twice',
    'violations',
    'a violation in two entries',
    `insert into penalty_items select 'first', violation_id from violations union select 'second', violation_id from violations`,
  ],
  [
    'report_without_entry',
    'rectifications',
    'a report about nothing',
    `insert into rectifications (rectification_id, entry_id, staff_id, ladder, "on", due_on, status, version)
       select 'r1', 'none', staff_id, 'overdue', '2026-03-06', '2026-03-09', 'due', 1 from staff where login = 'chen'`,
  ],
  [
    'suspension_without_entry',
    'suspensions',
    'a suspension about nothing',
    `insert into suspensions (suspension_id, entry_id, staff_id, ladder, "on", proposed_on, status)
       select 'u1', 'none', staff_id, 'overdue', '2026-03-06', '2026-03-07', 'proposed' from staff where login = 'chen'`,
  ],
  [
    'penalty_sequence_gap',
    'penalty_entries',
    'an entry taken out of the ledger',
    `insert into penalty_entries select 7, 'seventh', 'own', staff_id, staff_id, 'overdue', '2026-03-06', 1, 1, 'none', 0, 0, 0, 0,
       '["report"]', null, null, null, 1, '[]', '2026-03-07', 0, staff_id from staff where login = 'chen'`,
  ],
  [
    'penalty_differs',
    'penalty_entries',
    'an entry about nothing',
    `insert into penalty_entries select 1, 'first', 'own', staff_id, staff_id, 'overdue', '2026-03-06', 1, 1, 'none', 0, 0, 0, 0,
       '["report"]', null, null, null, 1, '[]', '2026-03-07', 0, staff_id from staff where login = 'chen'`,
  ],
]

const lead = (status: string) =>
  `insert into leads (lead_id, received_on, received_at, name, phone, status, version)
     values ('l1', '2026-03-02', 0, '吴敏', '13700000001', '${status}', 1)`

export const faultsOfLeads: Fault[] = [
  ['lead_without_card', 'leads', 'an assigned lead of nobody', lead('assigned')],
  ['lead_start_differs', 'leads', 'a lead that was closed at no time', lead('closed')],
  [
    'lead_exception_differs',
    'lead_exceptions',
    'an exception that was done at no time',
    `${lead('unassigned')};
     insert into lead_exceptions (exception_id, lead_id, identity, kind, status, raised_on, raised_at)
     values ('e1', 'l1', 'i1', 'own_request', 'done', '2026-03-02', 0)`,
  ],
]

const visit = (columns: string, values: string) =>
  `insert into visits (visit_id, visited_on, with_intent, ${columns}) select 'v1', '2026-03-02', 1, ${values}
     from opportunities o join customers c on c.customer_id = o.customer_id limit 1`
const signedDay = (totals: string) =>
  `insert into register_days ("on", closed_at, closed_by, totals) select '2026-03-02', 9, staff_id, '${totals}' from staff limit 1`

export const faultsOfVisits: Fault[] = [
  ['visit_card_differs', 'visits', 'a card of nobody', visit('carded_on, carded_at', `'2026-03-02', 1`)],
  [
    'visit_card_differs',
    'visits',
    'a card from before the visit',
    visit('carded_on, carded_at, customer_id', `'2026-03-01', 1, c.customer_id`),
  ],
  ['visit_card_differs', 'visits', 'an opportunity of nobody', visit('opportunity_id', 'o.opportunity_id')],
  [
    'visit_times_differ',
    'visits',
    'somebody who left before he came',
    visit('arrived_time, left_time', `'10:00', '09:59'`),
  ],
  [
    'visit_consultant_differs',
    'visits',
    'somebody who stands in for himself',
    visit('consultant_id, stands_in_for_id', 'c.owner_id, c.owner_id'),
  ],
  ['visit_consultant_differs', 'visits', 'a turn of nobody', visit('assigned_by', `'rotation'`)],
  [
    'register_day_differs',
    'register_days',
    'a signed total of a line that is not there',
    signedDay('{"visits":1,"walkIns":0,"people":0,"orderedOnSpot":0,"testDrives":0}'),
  ],
  [
    'test_drive_of_another',
    'test_drives',
    'a test drive of somebody else',
    `insert into test_drives (test_drive_id, opportunity_id, customer_id, driven_on, recorded_at)
       select 't1', o.opportunity_id, c.customer_id, '2026-03-02', 1 from opportunities o
       join customers c on c.customer_id <> o.customer_id limit 1`,
  ],
]
