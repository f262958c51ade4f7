import type { DesktopChoices, ReminderFacts } from '#shared/contract/desktop.ts'

/** A reminder that is due. */
export type Notice = {
  /** What it is about; nobody is told twice. */
  readonly key: string
  /** Where it leads. */
  readonly page: string
} & (
  | { readonly kind: 'timed'; readonly plan: ReminderFacts['timed'][number] }
  | { readonly kind: 'open'; readonly count: number }
)

/**
 * What is due now, and was not told yet: plans with a time that is near and has not passed, and once a day what is not yet done, from the
 * hour that was chosen and only while the store is open. Nothing due is nothing told.
 */
export function dueNotices(
  { staffId, on, time, storeIsOpen, open, timed }: ReminderFacts,
  choices: DesktopChoices,
  told: ReadonlySet<string>,
): Notice[] {
  const near = choices.remindTimed
    ? timed.filter(({ minutesLeft }) => minutesLeft >= 0 && minutesLeft <= choices.minutesBefore)
    : []
  const notices: Notice[] = near.map((plan) => ({
    // With its date and time: an appointment that is moved is another one.
    key: `timed ${staffId} ${plan.planId} ${on} ${plan.time}`,
    page: `/customers/${plan.customerId}`,
    kind: 'timed',
    plan,
  }))
  if (choices.remindOpen && storeIsOpen && open > 0 && time >= choices.openAt)
    notices.push({ key: `open ${staffId} ${on}`, page: '/to-do', kind: 'open', count: open })
  return notices.filter(({ key }) => !told.has(key))
}
