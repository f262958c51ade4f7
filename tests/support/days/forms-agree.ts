import type { Application } from '#main/application/open-application.ts'
import { sqliteOf } from '#main/store/handle.ts'
import type { DailyReport, ProgressSheet, VisitRegister } from '#shared/contract/forms.ts'
import type { CardForm } from '#shared/contract/forms-card.ts'
import { eachDate, monthOf, type BusinessDate } from '#shared/time/business-date.ts'

/**
 * The eight relations that the source asks of the three forms and one card (三表一卡填写说明逻辑关系), over a whole store: what
 * one form says, the others say of the same moment. Every reader goes through the calls, as the screens do.
 */

export interface FormReader {
  readonly register: (on: string) => VisitRegister
  readonly progress: (month: string, staffId?: string) => ProgressSheet
  readonly report: (on: string, staffId?: string) => DailyReport
  readonly card: (customerId: string) => CardForm
}

type Ask = (call: string, input: unknown) => unknown

/** The forms as somebody asks for them; the pages of a month are put together. */
export function formReader(ask: Ask): FormReader {
  const remembered = new Map<string, unknown>()
  const once = <T>(key: string, read: () => T): T => {
    if (!remembered.has(key)) remembered.set(key, read())
    return remembered.get(key) as T
  }
  const progress = (month: string, staffId?: string): ProgressSheet => {
    const page = (cursor: string | null) =>
      ask('forms.progress', { month, staffId: staffId ?? null, cursor, limit: 500 }) as ProgressSheet
    const first = page(null)
    const rows = [...first.rows]
    for (let cursor = first.nextCursor; cursor !== null;) {
      const next = page(cursor)
      rows.push(...next.rows)
      cursor = next.nextCursor
    }
    return { ...first, rows }
  }
  return {
    register: (on) => once(`v ${on}`, () => ask('forms.visitRegister', { on }) as VisitRegister),
    progress: (month, staffId) => once(`p ${month} ${staffId}`, () => progress(month, staffId)),
    report: (on, staffId) =>
      once(
        `r ${on} ${staffId}`,
        () => ask('forms.dailyReport', { on, staffId: staffId ?? null }) as DailyReport,
      ),
    card: (customerId) => once(`c ${customerId}`, () => ask('forms.card', { customerId }) as CardForm),
  }
}

/** The same lines in any order. */
const same = (one: readonly unknown[], other: readonly unknown[]) => {
  const sorted = (lines: readonly unknown[]) =>
    lines.map((line) => JSON.stringify(line)).sort((first, second) => (first < second ? -1 : 1))
  return sorted(one).join() === sorted(other).join()
}

/** Relation 4: whoever is in the register with a card is on the sheet or a card; each line stands in a report (5). */
function registerDisagrees(forms: FormReader, on: BusinessDate): string[] {
  const { lines, foot } = forms.register(on)
  const reported = new Set(forms.report(on).visits.map(({ visitId }) => visitId))
  const problems = lines.flatMap((line) => {
    const found: string[] = []
    if (!reported.has(line.visitId)) found.push(`visit ${line.visitId} of ${on} is in no daily report`)
    if (
      line.staffId &&
      !forms.report(on, line.staffId).visits.some(({ visitId }) => visitId === line.visitId)
    )
      found.push(`visit ${line.visitId} of ${on} is not in the report of who received it`)
    if (line.customerId === null) return found
    if (!forms.card(line.customerId).visits.some(({ visitId }) => visitId === line.visitId))
      found.push(`visit ${line.visitId} of ${on} is on no card`)
    return found
  })
  if (foot.visits !== lines.length || foot.walkIns + foot.callIns !== foot.visits)
    problems.push(`the foot of ${on} does not add up`)
  if (foot.uncarded !== forms.report(on).totals.uncarded) problems.push(`the cards of ${on} do not add up`)
  return problems
}

/** Relations 5, 6 and 7 for the sheet of a month: its contacts, grades and stars stand in the reports of their dates. */
function progressDisagrees(forms: FormReader, month: string, until: BusinessDate): string[] {
  const sheet = forms.progress(month)
  const problems: string[] = []
  const counted = new Map<string, { plans: number; contacts: number }>()
  for (const row of sheet.rows)
    for (const { on, marks } of row.cells) {
      const of = (kind: string) => marks.filter((mark) => mark.kind === kind)
      const sum = counted.get(on) ?? { plans: 0, contacts: 0 }
      counted.set(on, {
        plans: sum.plans + of('plan').length,
        contacts: sum.contacts + of('contact').length,
      })
      const report = forms.report(on)
      const here = <T extends { readonly opportunityId: string | null }>(lines: readonly T[]) =>
        lines.filter(({ opportunityId }) => opportunityId === row.opportunityId)
      const contacts = here(report.contacts)
      const inCell = of('contact').map(({ full, grade }) => [full, full ? grade : null])
      const inReport = contacts.map(({ result, gradeAfter }) => {
        const reached = result === 'reached'
        return [reached, reached ? gradeAfter : null]
      })
      if (!same(inCell, inReport))
        problems.push(
          `contacts of ${row.name} on ${on}: sheet ${JSON.stringify(inCell)}, report ${JSON.stringify(inReport)}`,
        )
      const stars = of('plan').map(({ planId, full }) => `${planId} ${full}`)
      const planned = here(report.planned).map(({ planId, kept }) => `${planId} ${kept}`)
      if (!same(stars, planned))
        problems.push(`plans of ${row.name} on ${on}: sheet ${stars.join()}, report ${planned.join()}`)
      for (const [mark, event] of [
        ['grade', 'grade'],
        ['opened', 'opened'],
        ['test_drive', 'test_drive'],
        ['ordered', 'ordered'],
        ['delivered', 'delivered'],
        ['lost', 'lost'],
      ] as const) {
        const events = here(report.events).filter(({ kind }) => kind === event)
        if (of(mark).length !== events.length)
          problems.push(`${mark} of ${row.name} on ${on}: sheet ${of(mark).length}, report ${events.length}`)
      }
      const back = forms
        .card(row.customerId)
        .entries.filter((each) => each.opportunityId === row.opportunityId)
      const onBack = back.filter(({ contact }) => contact?.on === on).length
      if (onBack !== contacts.length)
        problems.push(`card of ${row.name} has ${onBack} contacts on ${on}, the report ${contacts.length}`)
      for (const { planId } of of('plan'))
        if (!back.some(({ plan }) => plan?.planId === planId))
          problems.push(`the star of ${row.name} on ${on} is not on the back of the card`)
    }
  for (const { on, plans, contacts } of sheet.nextCursor === null ? sheet.days : []) {
    const sum = counted.get(on) ?? { plans: 0, contacts: 0 }
    if (sum.plans !== plans || sum.contacts !== contacts) problems.push(`the foot of ${on} does not add up`)
  }
  // The other way round: what a report tells of an opportunity on the sheet stands in its cell.
  const cells = new Map(sheet.rows.map(({ opportunityId, cells: own }) => [opportunityId, own]))
  const last = sheet.days.at(-1)?.on ?? until
  for (const on of eachDate(sheet.days[0]?.on ?? until, last < until ? last : until))
    for (const kind of ['contact', 'plan'] as const)
      for (const line of kind === 'plan' ? forms.report(on).planned : forms.report(on).contacts) {
        const own = line.opportunityId === null ? undefined : cells.get(line.opportunityId)
        const cell = own?.find((each) => each.on === on)
        if (own && !cell?.marks.some((mark) => mark.kind === kind))
          problems.push(`the report tells of a ${kind} of ${line.customerName} on ${on}, the sheet does not`)
      }
  return problems
}

const added = [
  'visits',
  'contacts',
  'reached',
  'effective',
  'planned',
  'kept',
  'opened',
  'ordered',
  'delivered',
  'lost',
  'testDrives',
  'gradesUp',
  'gradesDown',
] as const

/** Relation 8 and the totals: people's reports add up to the store's, and what is planned for tomorrow is planned then. */
function reportDisagrees(forms: FormReader, on: BusinessDate, people: readonly string[]): string[] {
  const whole = forms.report(on)
  const own = people.map((staffId) => forms.report(on, staffId))
  const problems = added.flatMap((figure) => {
    const sum = own.reduce((so, { totals }) => so + totals[figure], 0)
    // A visit that nobody received yet is in the store's report alone.
    const loose = figure === 'visits' ? whole.visits.filter(({ staffId }) => staffId === null).length : 0
    return sum + loose === whole.totals[figure]
      ? []
      : [`${figure} of ${on}: ${sum} by person, ${whole.totals[figure]} in all`]
  })
  for (const report of own)
    for (const plan of report.plannedNext)
      if (!forms.report(plan.on, report.staffId ?? '').planned.some(({ planId }) => planId === plan.planId))
        problems.push(
          `what ${report.staffName} planned on ${on} for ${plan.on} is not in the report of that date`,
        )
  for (const contact of whole.contacts) {
    const back = forms.card(contact.customerId).entries
    const entry = back.find((each) => each.contact?.followUpId === contact.followUpId)
    if (!entry) problems.push(`the contact with ${contact.customerName} on ${on} is on no card`)
    else if (entry.gradeAfter !== contact.gradeAfter)
      problems.push(`grades of ${contact.customerName} differ on ${on}`)
    if (contact.nextOn && contact.opportunityId) {
      const next = back.some(({ plan }) => plan?.on === contact.nextOn)
      if (!next && !back.some(({ plan }) => plan === null))
        problems.push(`no plan of ${contact.customerName} on the card`)
    }
  }
  return problems
}

/** Relation 6 as of today: each star up to tomorrow is in somebody's plan for tomorrow. */
function tomorrowDisagrees(forms: FormReader, today: BusinessDate): string[] {
  const { nextOn, plannedNext } = forms.report(today)
  const planned = new Set(plannedNext.map(({ planId }) => planId))
  return [...new Set([monthOf(today), monthOf(nextOn)])].flatMap((month) =>
    forms
      .progress(month)
      .rows.flatMap(({ name, cells }) =>
        cells
          .filter(({ on }) => on > today && on <= nextOn)
          .flatMap(({ on, marks }) =>
            marks
              .filter(({ kind, planId }) => kind === 'plan' && !planned.has(planId ?? ''))
              .map(() => `the star of ${name} on ${on} is in no plan for tomorrow`),
          ),
      ),
  )
}

/** Relations 2 and 3: every customer has a card, and every open opportunity that is not at the last grade its row. */
function bookDisagrees(forms: FormReader, application: Application, today: BusinessDate): string[] {
  const { rows, leftOut } = forms.progress(monthOf(today))
  const onSheet = new Set(rows.map(({ opportunityId }) => opportunityId))
  return sqliteOf(application.store)
    .prepare<[string], { id: string; customerId: string }>(
      "select opportunity_id as id, customer_id as customerId from opportunities where status = 'open' and grade <> ?",
    )
    .all(leftOut)
    .flatMap(({ id, customerId }) => [
      ...(onSheet.has(id) ? [] : [`${id} is not on the progress sheet`]),
      ...(forms.card(customerId).opportunities.some(({ opportunityId }) => opportunityId === id)
        ? []
        : [`${id} is on no card`]),
    ])
}

/** Everything in which the forms of a span disagree; none when they agree. */
export function disagreements(
  forms: FormReader,
  application: Application,
  span: { readonly from: BusinessDate; readonly today: BusinessDate; readonly people: readonly string[] },
): string[] {
  const dates = eachDate(span.from, span.today)
  const months = [...new Set(dates.map(monthOf))]
  return [
    ...dates.flatMap((on) => registerDisagrees(forms, on)),
    ...months.flatMap((month) => progressDisagrees(forms, month, span.today)),
    ...dates.flatMap((on) => reportDisagrees(forms, on, span.people)),
    ...tomorrowDisagrees(forms, span.today),
    ...bookDisagrees(forms, application, span.today),
  ]
}
