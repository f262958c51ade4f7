import type { LeadCard, LeadException } from './lead.ts'

/** One thing that happened to a lead, with what the words need. */
export type LeadEvent = { readonly at: number; readonly note?: string | null } & (
  | { readonly kind: 'received'; readonly by: string | null }
  | { readonly kind: 'assigned'; readonly by: string | null; readonly name: string }
  | { readonly kind: 'started'; readonly late: boolean }
  | { readonly kind: 'exception'; readonly by: string | null; readonly exception: LeadException['kind'] }
  | { readonly kind: 'helper'; readonly by: string | null; readonly name: string }
  | { readonly kind: 'ended'; readonly by: string | null; readonly text: string }
  | {
      readonly kind: 'closed'
      readonly by: string | null
      readonly why: NonNullable<LeadCard['closedReason']>
    }
)

const ofException = (each: LeadException): LeadEvent[] => [
  { kind: 'exception', at: each.raisedAt, by: each.raisedByName, exception: each.kind, note: each.note },
  ...(each.helper && each.helperNamedAt !== null
    ? [
        {
          kind: 'helper' as const,
          at: each.helperNamedAt,
          by: each.helperNamedByName,
          name: each.helper.name,
          note: each.answer,
        },
      ]
    : []),
  ...(each.doneAt !== null
    ? [{ kind: 'ended' as const, at: each.doneAt, by: each.doneByName, text: each.outcome ?? '' }]
    : []),
]

/** What happened to a lead since it came in, the newest first. */
export function eventsOf(lead: LeadCard): LeadEvent[] {
  const events: LeadEvent[] = [
    { kind: 'received', at: lead.receivedAt, by: lead.receivedByName },
    ...(lead.assignedAt !== null && lead.assigneeName !== null
      ? [{ kind: 'assigned' as const, at: lead.assignedAt, by: lead.assignedByName, name: lead.assigneeName }]
      : []),
    ...(lead.firstFollowUpAt !== null
      ? [{ kind: 'started' as const, at: lead.firstFollowUpAt, late: lead.startedLate }]
      : []),
    ...lead.exceptions.flatMap(ofException),
    ...(lead.closedAt !== null && lead.closedReason !== null
      ? [
          {
            kind: 'closed' as const,
            at: lead.closedAt,
            by: lead.closedByName,
            why: lead.closedReason,
            note: lead.closedNote,
          },
        ]
      : []),
  ]
  return events.toSorted((a, b) => b.at - a.at)
}
