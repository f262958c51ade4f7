import { describe, expect, it } from 'vitest'
import { channels, closableChannels, type Channel } from '#shared/domain/codes.ts'
import {
  allChannelsClosed,
  checkContactChannel,
  checkPlanChannel,
  closeChannels,
  openChannelFor,
} from '#main/rules/closed-channel.ts'

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code)
const every: readonly Channel[] = closableChannels

describe('a channel that the customer closed (R-13.5, S7)', () => {
  it.each<[Channel, readonly Channel[], string[]]>([
    ['phone', [], []],
    ['phone', ['phone'], ['channel_closed']],
    ['wechat', ['phone'], []],
    ['home_visit', ['home_visit'], ['channel_closed']],
    ['other', ['other'], ['channel_closed']],
    // That he comes himself nobody forbids, whatever a row says.
    ['showroom_visit', every, []],
    ['test_drive', every, []],
    ['showroom_visit', ['showroom_visit'], []],
  ])('a plan by %s with %j closed: %j', (channel, closed, expected) => {
    const reasons = checkPlanChannel({ channel, field: 'next.channel' }, closed)
    expect(codes(reasons)).toEqual(expected)
    for (const { data } of reasons) expect(data).toEqual({ field: 'next.channel', channel })
  })

  it.each([
    ['phone', ['phone'], false, 'reached', ['contact_channel_closed']],
    ['phone', ['phone'], false, 'no_answer', ['contact_channel_closed']],
    ['phone', ['phone'], true, 'reached', []],
    ['phone', ['phone'], true, 'no_answer', ['inbound_reaches']],
    ['phone', [], true, 'reached', []],
    ['phone', [], true, 'busy', ['inbound_reaches']],
    ['phone', ['wechat'], false, 'busy', []],
    ['showroom_visit', ['phone', 'wechat', 'sms'], false, 'reached', []],
  ] as const)(
    'a contact by %s with %j closed, inbound %s, %s: %j',
    (channel, closed, inbound, result, expected) => {
      expect(codes(checkContactChannel({ channel, inbound, result, field: 'channel' }, closed))).toEqual(
        expected,
      )
    },
  )

  it.each<[Channel, readonly Channel[], Channel]>([
    ['phone', [], 'phone'],
    ['phone', ['phone'], 'wechat'],
    ['wechat', ['wechat'], 'phone'],
    ['phone', ['phone', 'wechat'], 'sms'],
    ['sms', every, 'showroom_visit'],
    ['showroom_visit', every, 'showroom_visit'],
  ])('in place of %s with %j closed stands %s', (channel, closed, expected) => {
    expect(openChannelFor(channel, closed)).toBe(expected)
    expect(checkPlanChannel({ channel: openChannelFor(channel, closed), field: 'x' }, closed)).toEqual([])
  })
})

describe('open plans when channels close (R-13.5)', () => {
  const plans = [
    { planId: 'a', channel: 'phone' },
    { planId: 'b', channel: 'wechat' },
    { planId: 'c', channel: 'showroom_visit' },
  ] as const

  it('stay where nothing of theirs closes', () => {
    expect(closeChannels(plans, ['sms'], null)).toEqual({ refusals: [], moved: [] })
  })
  it('are counted, with a channel proposed, where nobody says what they change to', () => {
    const { refusals, moved } = closeChannels(plans, ['phone', 'sms'], null)
    expect(moved).toEqual([])
    expect(refusals).toMatchObject([
      { code: 'plans_by_closed_channel', data: { field: 'moveTo', count: 1, channel: 'wechat' } },
    ])
  })
  it('change to the channel that is named, and only those that have to', () => {
    expect(closeChannels(plans, ['phone', 'wechat'], 'sms')).toEqual({
      refusals: [],
      moved: [
        { planId: 'a', channel: 'sms' },
        { planId: 'b', channel: 'sms' },
      ],
    })
  })
  it('do not change to one that closes as well', () => {
    const { refusals, moved } = closeChannels(plans, ['phone', 'wechat'], 'wechat')
    expect([codes(refusals), moved]).toEqual([['channel_closed'], []])
  })
})

it('all channels are closed when every one is by which somebody could follow up (R-13.5)', () => {
  expect(allChannelsClosed(every)).toBe(true)
  for (const open of every) expect(allChannelsClosed(every.filter((each) => each !== open))).toBe(false)
  expect(channels.filter((each) => !every.includes(each))).toEqual(['showroom_visit', 'test_drive'])
})
