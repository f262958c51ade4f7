import { leadStatuses, type LeadStatus } from '#shared/domain/codes.ts'
import type { CallInput, CallOutput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'
import type { Tone } from '../../ui/marks/tone.ts'

export type Lead = RowOf<'leads.list'>
export type LeadCard = CallOutput<'leads.get'>
export type LeadException = NonNullable<Lead['exception']>
export type Assignment = CallOutput<'leads.assign'>['rows'][number]

/** What the list shows: what waits for its first contact, or a part of all leads. */
export const leadShows = ['open', 'unassigned', 'late', 'exceptions', 'started', 'closed', 'all'] as const
export type LeadShow = (typeof leadShows)[number]

export interface LeadFilter {
  readonly show: LeadShow
  readonly text: string
  readonly ownerId: string | null
}
export const firstFilter: LeadFilter = { show: 'open', text: '', ownerId: null }

type Asked = Omit<NonNullable<CallInput<'leads.list'>>, 'cursor' | 'limit'>
const askedOf: Readonly<Record<LeadShow, Asked>> = {
  open: { open: true },
  unassigned: { status: 'unassigned' },
  late: { late: true },
  exceptions: { exception: true },
  started: { status: 'started' },
  closed: { status: 'closed' },
  all: {},
}

/** The filter as the call takes it. */
export const askOf = ({ show, text, ownerId }: LeadFilter): Asked => ({
  ...askedOf[show],
  ...(text.trim() === '' ? {} : { text: text.trim() }),
  ...(ownerId ? { ownerId } : {}),
})

export const leadTone: Readonly<Record<LeadStatus, Tone>> = {
  unassigned: 'warn',
  assigned: 'info',
  started: 'ok',
  closed: 'quiet',
}

/** How many of each part there are, where the part has a number of its own. */
export const countOf = (
  show: LeadShow,
  counts: CallOutput<'leads.list'>['counts'] | undefined,
): number | undefined => {
  if (!counts) return undefined
  if (show === 'open') return counts.unassigned + counts.assigned
  if (show === 'all') return leadStatuses.reduce((sum, status) => sum + counts[status], 0)
  return counts[show]
}

const msOfMinute = 60_000

/** Whole minutes until the first follow-up is due, below zero when it is late; null where none is awaited. */
export const minutesLeft = ({ status, dueAt }: Pick<Lead, 'status' | 'dueAt'>, now: number): number | null =>
  status !== 'assigned' || dueAt === null ? null : Math.floor((dueAt - now) / msOfMinute)
