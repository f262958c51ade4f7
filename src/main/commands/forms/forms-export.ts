import type { DailyReport, ProgressSheet, VisitRegister } from '#shared/contract/forms.ts'
import type { CardForm } from '#shared/contract/forms-card.ts'
import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Instant } from '#shared/time/instant.ts'
import { customerCardForm } from '#main/files/sheets/customer-card.ts'
import { dailyReportForm } from '#main/files/sheets/daily-report.ts'
import type { ExportedBy } from '#main/files/sheets/form-words.ts'
import { progressForm, type WholeProgress } from '#main/files/sheets/progress-sheet.ts'
import { visitRegisterForm } from '#main/files/sheets/visit-register.ts'
import { writeForm, type FormSheet } from '#main/files/sheets/write-form.ts'
import type { PendingFile } from '#main/files/pending-file.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { getStore } from '#main/store/read/store.ts'

type ExportInput = Input<'forms', 'export'>

export interface PreparedForm {
  /** Lines of the form in the file, and which one it is. */
  readonly rows: number
  readonly detail: string
}

interface Facts {
  readonly store: ReadableStore
  readonly now: Instant
  readonly locale: Locale
  readonly ask: (path: string, input: unknown) => unknown
}

const pageRows = 500

/** The pages of a month as one sheet, as whoever exports it may see them. */
function wholeMonth(
  ask: Facts['ask'],
  input: { readonly month: string; readonly staffId?: string | null | undefined },
) {
  const read = (cursor: string | null) =>
    ask('forms.progress', {
      month: input.month,
      staffId: input.staffId ?? null,
      cursor,
      limit: pageRows,
    }) as ProgressSheet
  let page = read(null)
  let whole: WholeProgress = page
  while (page.nextCursor !== null) {
    page = read(page.nextCursor)
    whole = joinPages(whole, page)
  }
  return whole
}

function joinPages(first: WholeProgress, next: ProgressSheet): WholeProgress {
  const { totals: one } = first
  const { totals: two } = next
  return {
    ...first,
    rows: [...first.rows, ...next.rows],
    days: first.days.map((day, at) => ({
      ...day,
      plans: day.plans + (next.days[at]?.plans ?? 0),
      contacts: day.contacts + (next.days[at]?.contacts ?? 0),
    })),
    totals: {
      plans: one.plans + two.plans,
      kept: one.kept + two.kept,
      missed: one.missed + two.missed,
      waiting: one.waiting + two.waiting,
      contacts: one.contacts + two.contacts,
      reached: one.reached + two.reached,
      opened: one.opened + two.opened,
      ordered: one.ordered + two.ordered,
      delivered: one.delivered + two.delivered,
      lost: one.lost + two.lost,
    },
  }
}

function makeForm(
  input: ExportInput,
  { ask, locale }: Facts,
  by: ExportedBy,
): PreparedForm & { readonly sheets: FormSheet[] } {
  switch (input.form) {
    case 'visit_register': {
      const register = ask('forms.visitRegister', { on: input.on }) as VisitRegister
      return {
        sheets: visitRegisterForm(register, by, locale),
        rows: register.lines.length,
        detail: input.on,
      }
    }
    case 'progress_sheet': {
      const month = wholeMonth(ask, input)
      const detail = [input.month, month.staffName].filter(Boolean).join(' ')
      return { sheets: progressForm(month, by, locale), rows: month.rows.length, detail }
    }
    case 'daily_report': {
      const report = ask('forms.dailyReport', { on: input.on, staffId: input.staffId ?? null }) as DailyReport
      const { visits, planned, contacts, events, plannedNext } = report
      const rows = [visits, planned, contacts, events, plannedNext].reduce(
        (sum, { length }) => sum + length,
        0,
      )
      const detail = [input.on, report.staffName].filter(Boolean).join(' ')
      return { sheets: dailyReportForm(report, by, locale), rows, detail }
    }
    case 'customer_card': {
      const card = ask('forms.card', { customerId: input.customerId }) as CardForm
      return {
        sheets: customerCardForm(card, by, locale),
        rows: card.entries.length + 1,
        detail: input.customerId,
      }
    }
  }
}

/** Writes a form as the asker may see it before its act begins; it says on its foot who saved it when. */
export async function prepareFormExport(
  input: ExportInput,
  facts: Facts,
): Promise<{ readonly value: PreparedForm } & PendingFile> {
  const { staff } = facts.ask('session.current', null) as { readonly staff: { readonly name: string } }
  const by = { name: staff.name, at: facts.now, zone: getStore(facts.store).zone }
  const { sheets, rows, detail } = makeForm(input, facts, by)
  const file = await writeForm(input.path, sheets)
  return { value: { rows, detail }, ...file }
}
