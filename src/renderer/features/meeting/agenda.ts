import type { Figure } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'

export type Check = CallOutput<'dailyCheck.get'>
export type CheckLine = RowOf<'dailyCheck.lines'>
export type Attention = NonNullable<Check['attention']>[number]
export type Loss = RowOf<'losses.list'>
export type Violation = RowOf<'violations.list'>

/** One page of the meeting: a customer of a consultant with everything about him, or what has no customer. */
export interface AgendaPage {
  readonly key: string
  readonly staffId: string
  readonly staffName: string
  readonly customerId: string | null
  readonly customerName: string | null
  readonly lines: readonly CheckLine[]
  readonly losses: readonly Loss[]
  readonly violations: readonly Violation[]
  readonly attention: readonly Attention[]
}

export interface AgendaSources {
  readonly consultants: Check['consultants']
  readonly lines: readonly CheckLine[]
  readonly losses: readonly Loss[]
  readonly violations: readonly Violation[]
  readonly attention: readonly Attention[]
}

/** What is most pressing first; a page stands where its most pressing matter belongs. */
const severity = [
  'overdue',
  'expired',
  'missingPlan',
  'beyondLimit',
  'loss',
  'outOfStep',
  'dormant',
  'violation',
  'unanswered',
  'notDone',
  'lateRecorded',
  'attention',
  'uncardedVisits',
] as const satisfies readonly (Figure | 'loss' | 'violation' | 'attention')[]
type Matter = (typeof severity)[number]

/** The figures whose lines are walked: what is done, and what is merely due, needs no word. */
export const figuresOfMeeting = severity.filter(
  (matter): matter is Exclude<Matter, 'loss' | 'violation' | 'attention'> =>
    matter !== 'loss' && matter !== 'violation' && matter !== 'attention',
)

type Item = { readonly staffId: string; readonly staffName: string; readonly matter: Matter } & {
  readonly customerId: string | null
  readonly customerName: string | null
} & (
    | { readonly line: CheckLine }
    | { readonly loss: Loss }
    | { readonly violation: Violation }
    | { readonly attention: Attention }
  )

const isMatter = (figure: Figure): figure is Extract<Figure, Matter> =>
  (severity as readonly string[]).includes(figure)

function itemsOf({ lines, losses, violations, attention }: AgendaSources): Item[] {
  return [
    ...lines.flatMap((line) =>
      isMatter(line.figure) ? [{ ...personOf(line), matter: line.figure, line }] : [],
    ),
    ...losses.flatMap((loss) =>
      loss.ownerId === null
        ? []
        : [
            {
              staffId: loss.ownerId,
              staffName: loss.ownerName ?? '',
              customerId: loss.customerId,
              customerName: loss.customerName,
              matter: 'loss' as const,
              loss,
            },
          ],
    ),
    ...violations.map((violation) => ({
      ...personOf(violation),
      matter: 'violation' as const,
      violation,
    })),
    ...attention.map((each) => ({ ...personOf(each), matter: 'attention' as const, attention: each })),
  ]
}

const personOf = ({
  staffId,
  staffName,
  customerId,
  customerName,
}: Pick<Item, 'staffId' | 'staffName' | 'customerId' | 'customerName'>) => ({
  staffId,
  staffName,
  customerId,
  customerName,
})

/**
 * The pages of the meeting: by consultant in the order of the sheet, each with his customers, the most pressing
 * first, and at the end what has no customer's card. One customer of one consultant is one page, whatever is said of him.
 */
export function makeAgenda(sources: AgendaSources): AgendaPage[] {
  const pages = new Map<string, { first: Item; rank: number; items: Item[] }>()
  for (const item of itemsOf(sources)) {
    const key = `${item.staffId} ${item.customerId ?? ''}`
    const rank = item.customerId === null ? severity.length : severity.indexOf(item.matter)
    const known = pages.get(key)
    if (known) {
      known.items.push(item)
      known.rank = Math.min(known.rank, rank)
    } else pages.set(key, { first: item, rank, items: [item] })
  }
  const order = sources.consultants.map(({ staffId }) => staffId)
  // Whoever is not on the sheet (his customer went to another team) comes last.
  const place = (staffId: string) => (order.includes(staffId) ? order.indexOf(staffId) : order.length)
  return [...pages]
    .sort(
      ([, a], [, b]) =>
        place(a.first.staffId) - place(b.first.staffId) ||
        (a.first.staffId < b.first.staffId ? -1 : a.first.staffId > b.first.staffId ? 1 : 0) ||
        a.rank - b.rank,
    )
    .map(([key, { first, items }]) => ({
      ...personOf(first),
      key,
      lines: inOrder(items.flatMap((item) => ('line' in item ? [item.line] : []))),
      losses: items.flatMap((item) => ('loss' in item ? [item.loss] : [])),
      violations: items.flatMap((item) => ('violation' in item ? [item.violation] : [])),
      attention: items.flatMap((item) => ('attention' in item ? [item.attention] : [])),
    }))
}

const inOrder = (lines: readonly CheckLine[]): CheckLine[] =>
  [...lines].sort(
    (a, b) =>
      (severity as readonly string[]).indexOf(a.figure) - (severity as readonly string[]).indexOf(b.figure),
  )

/** Where a page stands among those of its consultant, from 1. */
export function placeOf(pages: readonly AgendaPage[], index: number): { at: number; of: number } {
  const staffId = pages[index]?.staffId
  const own = pages.filter((page) => page.staffId === staffId)
  return { at: own.findIndex((page) => page === pages[index]) + 1, of: own.length }
}

/** The first page of the next consultant, or of the one before; the page itself where there is none. */
export function pageOfConsultant(pages: readonly AgendaPage[], index: number, step: 1 | -1): number {
  const staff = [...new Set(pages.map(({ staffId }) => staffId))]
  const from = index >= pages.length ? staff.length : staff.indexOf(pages[index]?.staffId ?? '')
  const wanted = staff[from + step]
  return wanted === undefined ? index : pages.findIndex(({ staffId }) => staffId === wanted)
}
