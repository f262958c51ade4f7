import { closableChannels, type Channel, type Result } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'

/** A contact as far as the channels matter that a customer closed. */
export interface ChannelUse {
  readonly channel: Channel
  /** The customer made it himself (客户主动联系). */
  readonly inbound?: boolean
  readonly field: string
}

const isClosed = (channel: Channel, closed: readonly Channel[]): boolean =>
  closableChannels.some((each) => each === channel) && closed.includes(channel)

/** S7 勿扰 A contact to come may not use a channel that the customer closed; his own visits to the store always stay. */
export const checkPlanChannel = (
  { channel, field }: Omit<ChannelUse, 'inbound'>,
  closed: readonly Channel[],
): Reason[] => (isClosed(channel, closed) ? [reason('channel_closed', { field, channel })] : [])

/**
 * S7 勿扰 What is recorded of a closed channel is a contact that the customer made himself, and so one that reached him: nobody
 * tries him there.
 */
export function checkContactChannel(
  { channel, inbound = false, field, result }: ChannelUse & { readonly result: Result },
  closed: readonly Channel[],
): Reason[] {
  if (inbound && result !== 'reached') return [reason('inbound_reaches', { field: 'result' })]
  return isClosed(channel, closed) && !inbound ? [reason('contact_channel_closed', { field, channel })] : []
}

/** The channel proposed in place of a closed one: the first that is open, in the order in which they disturb least. */
export function openChannelFor(channel: Channel, closed: readonly Channel[]): Channel {
  if (!isClosed(channel, closed)) return channel
  return closableChannels.find((each) => !closed.includes(each)) ?? 'showroom_visit'
}

export interface PlannedContact {
  readonly planId: string
  readonly channel: Channel
}

/**
 * S7 勿扰 What becomes of the open plans when channels close: each that would use one moves to an open channel in the same act, or
 * the act is refused and says how many there are.
 */
export function closeChannels(
  plans: readonly PlannedContact[],
  closed: readonly Channel[],
  moveTo: Channel | null,
): { readonly refusals: readonly Reason[]; readonly moved: readonly PlannedContact[] } {
  const stuck = plans.filter(({ channel }) => isClosed(channel, closed))
  if (stuck.length === 0) return { refusals: [], moved: [] }
  if (moveTo === null) {
    const channel = openChannelFor(stuck[0]?.channel ?? 'phone', closed)
    return {
      refusals: [reason('plans_by_closed_channel', { field: 'moveTo', count: stuck.length, channel })],
      moved: [],
    }
  }
  const refusals = checkPlanChannel({ channel: moveTo, field: 'moveTo' }, closed)
  return {
    refusals,
    moved: refusals.length > 0 ? [] : stuck.map(({ planId }) => ({ planId, channel: moveTo })),
  }
}

/** S7 Whether every channel is closed by which somebody could be followed up: then his opportunity needs a decision. */
export const allChannelsClosed = (closed: readonly Channel[]): boolean =>
  closableChannels.every((channel) => closed.includes(channel))
