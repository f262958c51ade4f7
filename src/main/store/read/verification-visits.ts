/** What must hold of the showroom register; each question answers with the rows at fault. */
export const visitContradictions = {
  visit_card_differs: {
    table: 'visits',
    // A card is a customer's, made on the day of the visit or later; an opportunity is one of that customer.
    sql: `select v.visit_id as id from visits v left join opportunities o on o.opportunity_id = v.opportunity_id
      where (v.carded_on is null) <> (v.carded_at is null)
        or (v.carded_on is not null and (v.customer_id is null or v.carded_on < v.visited_on))
        or (v.opportunity_id is not null and o.customer_id is not v.customer_id)`,
  },
  visit_times_differ: {
    table: 'visits',
    //
    sql: `select visit_id as id, arrived_time as arrivedTime, left_time as leftTime from visits
      where left_time is not null and (arrived_time is null or left_time < arrived_time)`,
  },
  visit_consultant_differs: {
    table: 'visits',
    // Who received him was found in some way, and stands in for nobody but an owner who is somebody else.
    sql: `select visit_id as id from visits
      where (assigned_by is not null and consultant_id is null) or stands_in_for_id = consultant_id`,
  },
  register_day_differs: {
    table: 'register_days',
    // What was signed is what is there, but for the lines that came later and for what a card adds to a line.
    sql: `select d."on" as id from register_days d left join (
        select v.visited_on, count(*) as visits, sum(v.kind = 'walk_in') as walkIns, sum(v.party_size) as people,
          sum(v.ordered_on_spot) as ordered, sum(v.test_drive) as drives
        from register_days k join visits v on v.visited_on = k."on" and coalesce(v.registered_at, 0) <= k.closed_at
        group by v.visited_on) v on v.visited_on = d."on"
      where coalesce(v.visits, 0) <> json_extract(d.totals, '$.visits')
        or coalesce(v.walkIns, 0) <> json_extract(d.totals, '$.walkIns')
        or coalesce(v.people, 0) <> json_extract(d.totals, '$.people')
        or coalesce(v.ordered, 0) <> json_extract(d.totals, '$.orderedOnSpot')
        or coalesce(v.drives, 0) <> json_extract(d.totals, '$.testDrives')
        or d.countersigned_at < d.closed_at`,
  },
  test_drive_of_another: {
    table: 'test_drives',
    sql: `select t.test_drive_id as id from test_drives t join opportunities o on o.opportunity_id = t.opportunity_id
      left join visits v on v.visit_id = t.visit_id
      where o.customer_id <> t.customer_id or (t.visit_id is not null and v.customer_id is not t.customer_id)`,
  },
} as const
