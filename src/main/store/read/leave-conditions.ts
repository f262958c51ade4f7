/**
 * Whether an open plan was postponed, or given to a colleague, for a confirmed leave that had begun when the limit
 * fell due: then the limit waits for the plan, as it does for one that a manager allowed. The limit is that of the handoff
 * as well: a policy that has it earlier since takes nothing back.
 */
export const postponedByLeave = (
  plan: string,
  { owner, limit }: { readonly owner: string; readonly limit: string },
): string =>
  `(${plan}.leave_id is not null and exists (
    select 1 from leave_lines n indexed by leave_lines_plan join leaves l on l.leave_id = n.leave_id
    where n.plan_id = ${plan}.plan_id and n.way in ('postponed', 'covered') and n.returned_at is null
      and l.confirmed_at is not null and l.staff_id = ${owner} and l.from_on <= max(${limit}, coalesce(n.limit_before, ${limit}))))`

/** Whether a plan `p` stands with a colleague of the owner of customer `c` for the days of a leave. */
export const coveredForOwner = `(p.leave_id is not null and exists (
  select 1 from leave_lines n join leaves l on l.leave_id = n.leave_id
  where n.plan_id = p.plan_id and n.leave_id = p.leave_id and n.way = 'covered' and n.returned_at is null
    and n.covered_by = p.assignee_id and l.staff_id = c.owner_id))`
