/**
 * The open book of one consultant as it stood at the end of a date, as SQL that ends in a table `b`. Parameters: @staffId, @on
 * and, for a date that has passed, @endsAt (the first moment after it), @days (interval by grade as JSON), @lastDays,
 * @attemptDays, @attemptsBeforeRegular and @openingDays (as JSON).
 */

/** Today: the rows as they are. */
const presentBook = `with b as (
  select o.opportunity_id, o.customer_id, o.model, o.grade, o.expected_purchase_date as expected, o.anchor_on,
    o.attempts_since_reached as attempts, o.last_attempt_on, o.limit_on, o.answerable_from, o.plan_missing_since,
    o.last_contact_on
  from opportunities o indexed by opportunities_book
  where o.owner_id = @staffId and o.status = 'open')`

/**
 * A contact that belongs to the cadence. One that a colleague had with somebody else's customer names no grade, and by
 * that it is known whoever owns him later; of an imported ledger every contact counts.
 */
export const ofCadence = '(f.grade_after is not null or f.import_batch_id is not null)'

const followUpsThen = `follow_ups f indexed by follow_ups_opportunity
  where f.opportunity_id = o.opportunity_id and f.recorded_on <= @on and ${ofCadence}`

/** Open at the end of the date: in the book by then, ended later, and no loss waiting. */
const openThen = `
  o.opened_on <= @on and o.answerable_from <= @on and coalesce(o.ordered_on, o.ended_on, '9999-12-31') > @on
  and not exists (select 1 from loss_applications l where l.opportunity_id = o.opportunity_id
    and l.applied_on <= @on and (l.decided_at is null or l.decided_at >= @endsAt))`

/** Grade and date before the first change after the date; the anchor from the contacts recorded by then. */
const wasThen = `
  select o.opportunity_id, o.customer_id, o.model, o.opened_on, o.opening_from, o.limit_on, o.answerable_from,
    o.attempts_since_reached as attempts_now, o.last_attempt_on as last_attempt_now,
    case when c.change_id is null then o.grade else c.grade_before end as grade,
    case when c.change_id is null then o.expected_purchase_date else c.expected_before end as expected,
    c.change_id is not null or later.recorded_on is not null as changed,
    case when later.recorded_on is null then o.anchor_on else coalesce(
      (select max(f.contacted_on) from ${followUpsThen} and f.result = 'reached'), o.opened_on) end as anchor_on,
    case when later.recorded_on is null then o.last_contact_on else
      (select max(f.contacted_on) from ${followUpsThen} and f.result = 'reached') end as last_contact_on
  from opportunities o indexed by opportunities_owner
  left join opportunity_changes c on c.change_id = (
    select change_id from opportunity_changes where opportunity_id = o.opportunity_id and changed_on > @on
    order by changed_on, changed_at limit 1)
  left join follow_ups later on later.follow_up_id = (
    select f.follow_up_id from follow_ups f indexed by follow_ups_opportunity
    where f.opportunity_id = o.opportunity_id and f.recorded_on > @on and ${ofCadence} limit 1)
  where o.owner_id = @staffId and ${openThen}`

const attemptsThen = `${followUpsThen} and f.result <> 'reached' and f.contacted_on >= o.anchor_on`

const withAttempts = `
  select o.*, case when o.changed then (select count(*) from ${attemptsThen}) else o.attempts_now end as attempts,
    case when o.changed then (select max(f.contacted_on) from ${attemptsThen}) else o.last_attempt_now end as last_attempt_on
  from was o`

/** The next day of an opening sequence that had begun by then; null without one, or after its last day. */
const openingDayThen = `(select min(date(opening_from, '+' || value || ' days')) from json_each(@openingDays)
  where attempts = 0 and opening_from <= anchor_on and date(opening_from, '+' || value || ' days') > anchor_on)`
/** over again, for what has changed since. */
const limitThen = `coalesce(${openingDayThen}, date(case when attempts = 0 then anchor_on else last_attempt_on end, '+' || case
    when attempts = 0 or attempts >= @attemptsBeforeRegular
    then coalesce((select value from json_each(@days) where key = grade), @lastDays)
    else @attemptDays end || ' days'))`

/** A plan that was open at the end of the date; moves are not kept, so its date is the present one. */
export const planOpenThen = "(x.status = 'open' or x.ended_on > @on) and x.made_on <= @on"

// Materialized, or SQLite would work out each column again wherever it is named.
const pastBook = `with was as materialized (${wasThen}), tried as materialized (${withAttempts}), b as materialized (
  select o.opportunity_id, o.customer_id, o.model, o.grade, o.expected, o.anchor_on, o.attempts, o.last_attempt_on,
    case when o.changed then ${limitThen} else o.limit_on end as limit_on, o.answerable_from,
    case when exists (select 1 from plans x indexed by plans_opportunity
        where x.opportunity_id = o.opportunity_id and ${planOpenThen}) then null
      else coalesce((select max(x.ended_on) from plans x indexed by plans_opportunity
        where x.opportunity_id = o.opportunity_id and x.ended_on <= @on), o.opened_on) end as plan_missing_since,
    o.last_contact_on
  from tried o)`

/** Today's book is the rows themselves; that of a date that has passed is worked out, as far as the rows allow. */
export type BookOf = 'today' | 'past'
export const books: Readonly<Record<BookOf, string>> = { today: presentBook, past: pastBook }

/** A follow-up with the customer `c` or with one of his linked relatives. */
export const ofFamily = `f.customer_id in (select c.customer_id union all
  select x.customer_id from customers x indexed by customers_family where x.family_id = c.family_id)`

/** The last effective follow-up of the owner by the date, of a customer `c`. */
export const lastEffectiveThen: Readonly<Record<BookOf, string>> = {
  today: 'c.last_effective_on',
  past: `case when c.last_effective_on <= @on then c.last_effective_on else (
    select max(f.contacted_on) from follow_ups f indexed by follow_ups_customer where ${ofFamily}
      and f.contacted_on <= @on and coalesce(f.counts_for_id, f.staff_id) = c.owner_id and f.effective = 1) end`,
}
