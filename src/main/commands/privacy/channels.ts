import type { Channel } from '#shared/domain/codes.ts'
import { refuseByRule } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { allChannelsClosed, checkPlanChannel, openChannelFor } from '#main/rules/closed-channel.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'

/** S7 勿扰 The channels that a customer closed. */
export const closedChannelsOf = (store: ReadableStore, customerId: string): readonly Channel[] =>
  findCustomer(store, customerId)?.doNotContact ?? []

/** Refuses a plan by a channel that its customer closed. */
export function requireOpenChannel(
  store: ReadableStore,
  {
    customerId,
    channel,
    field,
  }: { readonly customerId: string; readonly channel: Channel; readonly field: string },
): void {
  const refusals = checkPlanChannel({ channel, field }, closedChannelsOf(store, customerId))
  if (refusals.length > 0) refuseByRule(...refusals)
}

/** The channel of a plan that nobody chose: a call, or what is open in its place. */
export const callChannelFor = (store: ReadableStore, customerId: string): Channel =>
  openChannelFor('phone', closedChannelsOf(store, customerId))

/** Nobody may contact him: then there is nothing to call him for. */
export const isUnreachable = (store: ReadableStore, customerId: string): boolean =>
  allChannelsClosed(closedChannelsOf(store, customerId))

/** What a line of somebody's list says of closed channels: that its plan would use one, or that all are closed. */
export function tellClosed(row: {
  readonly doNotContact: string
  readonly channel: Channel | null
}): Reason[] {
  if (row.doNotContact === '[]') return []
  const closed = JSON.parse(row.doNotContact) as Channel[]
  if (allChannelsClosed(closed)) return [reason('all_channels_closed')]
  return row.channel === null ? [] : checkPlanChannel({ channel: row.channel, field: 'channel' }, closed)
}
