import { describe, expect, it } from 'vitest'
import {
  checkClaim,
  checkClaimDecision,
  claimNotes,
  isOpenClaim,
  type ClaimFacts,
  type DecisionFacts,
} from '#main/rules/claim.ts'
import { claimStatuses } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { reason } from '#shared/reasons.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const owned = (lastEffectiveOn: string | null, ownerSince = '2026-01-05', openedOn = '2026-01-05') => ({
  lastEffectiveOn: lastEffectiveOn === null ? null : d(lastEffectiveOn),
  ownerSince: d(ownerSince),
  openedOn: d(openedOn),
})
const facts = (contactedOn: string, rest: Partial<ClaimFacts> = {}): ClaimFacts => ({
  claimantId: 'li',
  ownerId: 'chen',
  ownership: owned('2026-03-02'),
  contact: { contactedOn: d(contactedOn), effective: true, effectiveReasons: [] },
  openSince: null,
  ...rest,
})
const why = (given: ClaimFacts, today: string) => checkClaim(given, benyue, d(today)).map(({ code }) => code)

describe('a claim needs a dormant customer (R-5.2, R-5.3, R-5.5)', () => {
  it('on 03-20, with a last effective contact of 03-02, is refused: possible from 04-02', () => {
    expect(checkClaim(facts('2026-03-20'), benyue, d('2026-03-20'))).toEqual([
      reason('claim_customer_protected', { from: '2026-04-02', protectedUntil: '2026-04-01' }),
    ])
  })

  it.each([
    ['03-31', '2026-03-31', ['claim_customer_protected']],
    ['day 30', '2026-04-01', ['claim_customer_protected']],
    ['day 31', '2026-04-02', []],
    ['a year later', '2027-04-02', []],
  ])('on %s', (_title, today, codes) => {
    expect(why(facts(today), today)).toEqual(codes)
  })

  it.each([
    ['a month end: 01-31 protects until 03-02', '2026-01-31', '2026-03-02', '2026-03-03'],
    ['a leap day: 2028-01-30 protects until 02-29', '2028-01-30', '2028-02-29', '2028-03-01'],
  ])('%s', (_title, lastEffective, protectedOn, dormantOn) => {
    const given = (on: string) => facts(on, { ownership: owned(lastEffective, '2025-01-01', '2025-01-01') })
    expect(why(given(protectedOn), protectedOn)).toEqual(['claim_customer_protected'])
    expect(why(given(dormantOn), dormantOn)).toEqual([])
  })

  it.each([
    [
      'never reached, the opening counts',
      owned(null, '2026-03-02', '2026-03-02'),
      '2026-04-01',
      '2026-04-02',
    ],
    [
      'a new owner is protected anew',
      owned('2026-01-10', '2026-03-15', '2026-01-05'),
      '2026-04-14',
      '2026-04-15',
    ],
  ])('%s', (_title, ownership, protectedOn, dormantOn) => {
    expect(why(facts(protectedOn, { ownership }), protectedOn)).toEqual(['claim_customer_protected'])
    expect(why(facts(dormantOn, { ownership }), dormantOn)).toEqual([])
  })
})

describe('a claim rests on an effective contact made while he was dormant (R-5.3)', () => {
  it.each([
    ['of the last protected day', '2026-04-01', ['claim_contact_while_protected']],
    ['of the first dormant day', '2026-04-02', []],
    ['of today', '2026-04-05', []],
  ])('a contact %s', (_title, contactedOn, codes) => {
    expect(why(facts(contactedOn), '2026-04-05')).toEqual(codes)
  })

  it('a contact made before the owner renewed his protection carries none, also when he let it lapse again', () => {
    const renewed = { ownership: owned('2026-04-06') }
    expect(why(facts('2026-04-05', renewed), '2026-04-07')).toEqual(['claim_customer_protected'])
    expect(checkClaim(facts('2026-04-05', renewed), benyue, d('2026-05-07'))).toEqual([
      reason('claim_contact_while_protected', {
        field: 'followUpId',
        contactedOn: '2026-04-05',
        from: '2026-05-07',
      }),
    ])
  })

  it('one that is not effective says why not', () => {
    const short = reason('not_effective_content_too_short', { length: 2, minLength: 5 })
    const contact = { contactedOn: d('2026-04-05'), effective: false, effectiveReasons: [short] }
    expect(why(facts('2026-04-05', { contact }), '2026-04-05')).toEqual([
      'claim_contact_not_effective',
      'not_effective_content_too_short',
    ])
  })

  it('nobody claims his own customer, or the same one twice', () => {
    expect(why(facts('2026-04-05', { ownerId: 'li' }), '2026-04-05')).toEqual(['claim_own_customer'])
    expect(why(facts('2026-04-05', { openSince: d('2026-04-03') }), '2026-04-05')).toEqual([
      'claim_already_open',
    ])
  })

  it('a customer whom nobody owns can be claimed', () => {
    expect(why(facts('2026-04-05', { ownerId: null }), '2026-04-05')).toEqual([])
  })
})

it('a claim is open until it is decided or withdrawn', () => {
  expect(claimStatuses.filter(isOpenClaim)).toEqual(['filed', 'answered'])
})

describe('what happened after it was filed is put before the director (R-5.3)', () => {
  const claim = { ownerId: 'chen', dormantFrom: d('2026-04-02') }
  const now = { ownerId: 'chen', ownerName: '陈晓东', ownership: owned('2026-03-02') }
  const notes = (given: typeof now) => claimNotes(claim, given, benyue, d('2026-04-10'))

  it('nothing, when nothing did', () => {
    expect(notes(now)).toEqual([])
  })
  it('an effective contact of the owner, with the date from which he would be dormant now', () => {
    expect(notes({ ...now, ownership: owned('2026-04-08') })).toEqual([
      reason('claim_owner_renewed', { from: '2026-05-09', lastEffectiveOn: '2026-04-08' }),
    ])
  })
  it('another owner, and nothing of his protection', () => {
    const moved = { ownerId: 'zhou', ownerName: '周婷', ownership: owned(null, '2026-04-09') }
    expect(notes(moved)).toEqual([reason('claim_owner_changed', { name: '周婷' })])
  })
})

describe('a claim is decided on a recording, or on the statement that there is none (R-5.4)', () => {
  const present = { fileName: 'call.mp3', isOfCustomer: true, isPresent: true }
  const decision = (rest: Partial<DecisionFacts> = {}): DecisionFacts => ({
    decision: 'approve',
    recording: null,
    withoutRecording: true,
    claimantId: 'li',
    claimantName: '李雪',
    claimantIsActive: true,
    ownerId: 'chen',
    ...rest,
  })
  it.each([
    ['the statement alone', {}, []],
    ['a recording alone', { recording: present, withoutRecording: false }, []],
    ['neither', { withoutRecording: false }, ['claim_needs_evidence']],
    ['both', { recording: present }, ['claim_needs_evidence']],
    [
      'a recording of somebody else',
      { recording: { ...present, isOfCustomer: false }, withoutRecording: false },
      ['claim_recording_not_of_customer'],
    ],
    [
      'a recording whose file is gone',
      { recording: { ...present, isPresent: false }, withoutRecording: false },
      ['claim_recording_lost'],
    ],
    ['a claimant who has left', { claimantIsActive: false }, ['claim_claimant_not_active']],
    ['a claimant who has left, refused', { claimantIsActive: false, decision: 'refuse' }, []],
    ['a claimant who owns him by now', { ownerId: 'li' }, ['claim_own_customer']],
    ['a claimant who owns him by now, refused', { ownerId: 'li', decision: 'refuse' }, []],
    ['neither, refused', { withoutRecording: false, decision: 'refuse' }, ['claim_needs_evidence']],
  ] as const)('%s', (_title, rest, codes) => {
    expect(checkClaimDecision(decision(rest)).map(({ code }) => code)).toEqual(codes)
  })
})
