import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { planOn, reach } from '#tests/support/book.ts'
import { expectDoneByLaw, expectLawful, asked, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const cardOf = (store: TrainingStore, customerId: string) =>
  store.ok('director', 'customers.get', { customerId })
const codesOf = ({ reasons = [] }: { readonly reasons?: readonly { readonly code: string }[] | undefined }) =>
  reasons.map(({ code }) => code)
const cold = {
  opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-01' },
  plan: { on: '2026-03-20' },
}

describe('notice and consent (S7)', () => {
  it('are given with the registration, or on the card in one act, and shown with their dates', () => {
    const store = openTrainingStore()
    const told = store.ok('chen', 'customers.register', {
      ...intake(),
      choices: { noticeGivenOn: '2026-03-02', consentedOn: '2026-03-01' },
    })
    expect(cardOf(store, told.customerId).customer).toMatchObject({
      noticeGivenOn: '2026-03-02',
      consentedOn: '2026-03-01',
      doNotContact: [],
    })
    const { customerId } = store.ok('chen', 'customers.register', intake())
    const { version } = store.ok('chen', 'privacy.setChoices', {
      customerId,
      version: 1,
      noticeGivenOn: '2026-03-02',
    })
    expect(cardOf(store, customerId).customer).toMatchObject({
      noticeGivenOn: '2026-03-02',
      consentedOn: null,
      version,
    })
    expect(store.ok('chen', 'privacy.notice', { customerId })).toMatchObject({
      store: '江南店',
      customerName: '王伟',
      noticeGivenOn: '2026-03-02',
    })
    // Consent is taken back as easily as it was given.
    const back = store.ok('chen', 'privacy.setChoices', { customerId, version, noticeGivenOn: null })
    expect(cardOf(store, customerId).customer.noticeGivenOn).toBeNull()
    expect(
      codesOf(
        store.refused('chen', 'privacy.setChoices', {
          customerId,
          version: back.version,
          consentedOn: '2026-03-03',
        }),
      ),
    ).toEqual(['privacy_date_ahead'])
    expect(store.refused('chen', 'privacy.setChoices', { customerId, version: 1 }).code).toBe('STALE_VERSION')
  })

  it.each(matrixOf(['privacy.setChoices', 'privacy.notice', 'privacy.previewErasure']))(
    '%s reaches by %s a customer of %s only where the role table says so (S2)',
    (role, call, whose) => {
      const store = openTrainingStore()
      const { customerId } = store.ok(owners[whose], 'customers.register', intake())
      const input = call === 'privacy.setChoices' ? { customerId, version: 1 } : { customerId }
      const answer = store.answer(asked[role], call, input)
      if (call === 'privacy.previewErasure') expectLawful(answer, [role, call, whose])
      else expectDoneByLaw(answer, [role, call, whose])
    },
  )
})

describe('a channel that the customer closed (S7, R-13.5)', () => {
  it('takes no plan: not the first, not the next, not one that a manager allows', () => {
    const store = openTrainingStore()
    const choices = { doNotContact: ['phone' as const] }
    expect(codesOf(store.refused('chen', 'customers.register', { ...intake(cold), choices }))).toEqual([
      'channel_closed',
    ])
    const { customerId, opportunityId } = store.ok('chen', 'customers.register', {
      ...intake({ ...cold, plan: { on: '2026-03-20', channel: 'wechat' } }),
      choices,
    })
    const next = store.refused('chen', 'followUps.execute', {
      opportunityId,
      result: 'reached',
      channel: 'wechat',
      content: '客户在微信上问了价格',
      next: planOn('2026-03-10'),
    })
    expect(next.reasons).toEqual([
      { code: 'channel_closed', data: { field: 'next.channel', channel: 'phone' } },
    ])
    expect(next.message).toContain('电话')
    expect(
      codesOf(
        store.refused('manager', 'followUps.allowBeyondLimit', {
          opportunityId,
          on: '2026-06-20',
          reason: '客户出差',
          plan: { channel: 'phone' },
        }),
      ),
    ).toEqual(['channel_closed'])
    expect(
      codesOf(
        store.refused('chen', 'opportunities.add', {
          customerId,
          opportunity: intake(cold).opportunity,
          plan: { on: '2026-03-20', channel: 'phone', purpose: '' },
        }),
      ),
    ).toEqual(['channel_closed'])
  })

  it('records only what the customer began himself', () => {
    const store = openTrainingStore()
    const { opportunityId, customerId } = store.ok('chen', 'customers.register', {
      ...intake({ ...cold, plan: { on: '2026-03-20', channel: 'wechat' } }),
      choices: { doNotContact: ['phone'] },
    })
    const contact = {
      opportunityId,
      result: 'reached',
      channel: 'phone',
      content: '客户自己打来，问什么时候有现车',
      next: { kind: 'plan', on: '2026-03-10', channel: 'wechat', purpose: '' },
    } as const
    expect(codesOf(store.refused('chen', 'followUps.execute', contact))).toEqual(['contact_channel_closed'])
    const tried = { ...contact, result: 'no_answer', inbound: true } as const
    expect(codesOf(store.refused('chen', 'followUps.execute', tried))).toContain('inbound_reaches')
    store.ok('chen', 'followUps.execute', { ...contact, inbound: true })
    expect(cardOf(store, customerId).followUps).toHaveLength(1)
    const { phones } = cardOf(store, customerId).customer
    const foreign = {
      phone: phones[0] ?? '',
      result: 'reached',
      channel: 'phone',
      content: '问了保险',
    } as const
    expect(codesOf(store.refused('li', 'followUps.recordForAnother', foreign))).toEqual([
      'contact_channel_closed',
    ])
    expect(store.ok('li', 'followUps.recordForAnother', { ...foreign, inbound: true }).customerId).toBe(
      customerId,
    )
  })

  it('is not closed over plans that need it, unless they change in the same act', () => {
    const store = openTrainingStore()
    const { customerId, planId } = store.ok('chen', 'customers.register', intake(cold))
    const close = { customerId, version: 1, doNotContact: ['phone', 'sms'] } as const
    const refused = store.refused('chen', 'privacy.setChoices', close)
    expect(refused.reasons).toEqual([
      { code: 'plans_by_closed_channel', data: { field: 'moveTo', count: 1, channel: 'wechat' } },
    ])
    expect(cardOf(store, customerId).customer.doNotContact).toEqual([])
    expect(codesOf(store.refused('chen', 'privacy.setChoices', { ...close, moveTo: 'sms' }))).toEqual([
      'channel_closed',
    ])
    expect(store.ok('chen', 'privacy.setChoices', { ...close, moveTo: 'wechat' })).toMatchObject({ moved: 1 })
    const { plans, customer } = cardOf(store, customerId)
    expect(plans).toMatchObject([{ planId, channel: 'wechat', on: '2026-03-20' }])
    expect(customer.doNotContact).toEqual(['phone', 'sms'])
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('leaves cadence and limit as they are when all are closed; a visit and an end remain', () => {
    const store = openTrainingStore()
    const { customerId, opportunityId, limit } = store.ok('chen', 'customers.register', intake(cold))
    store.ok('chen', 'privacy.setChoices', {
      customerId,
      version: 1,
      doNotContact: ['phone', 'wechat', 'sms', 'other', 'home_visit'],
      moveTo: 'showroom_visit',
    })
    const { opportunities, plans } = cardOf(store, customerId)
    expect([opportunities[0]?.limit, plans[0]?.channel]).toEqual([limit, 'showroom_visit'])
    reach(
      store,
      'chen',
      opportunityId,
      { kind: 'plan', on: '2026-03-25', channel: 'showroom_visit', purpose: '' },
      {
        channel: 'showroom_visit',
      },
    )
    reach(store, 'chen', opportunityId, { kind: 'ordered' }, { channel: 'showroom_visit' })
    expect(cardOf(store, customerId).customer.status).toBe('ordered')
  })

  it('gives what the product plans itself to a channel that is open', () => {
    const store = openTrainingStore()
    const { customerId, opportunityId } = store.ok('chen', 'customers.register', {
      ...intake({ ...cold, plan: { on: '2026-03-20', channel: 'wechat' } }),
      choices: { doNotContact: ['phone'] },
    })
    reach(store, 'chen', opportunityId, { kind: 'lost', reason: 'price' }, { channel: 'wechat' })
    store.ok('manager', 'losses.refuse', { opportunityId, reason: '再谈一次' })
    expect(cardOf(store, customerId).plans.filter(({ status }) => status === 'open')).toMatchObject([
      { channel: 'wechat' },
    ])
  })
})

it('the director hands out a copy of what is kept of one person, and the trail tells of it (S7)', async () => {
  const store = openTrainingStore()
  const { customerId, opportunityId } = store.ok('chen', 'customers.register', {
    ...intake({ ...cold, customer: { name: '秦岚', wechat: '=qinlan' } }),
    choices: { noticeGivenOn: '2026-03-02', doNotContact: ['sms'] },
  })
  reach(store, 'chen', opportunityId, planOn('2026-03-10'), { content: '客户想要银色' })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'showroom-copy-'))
  const file = path.join(folder, 'copy.xlsx')
  try {
    const input = { customerId, path: file, reason: '本人申请' }
    for (const who of ['manager', 'chen', 'desk', 'admin'] as const)
      expect(await store.answerAsync(who, 'privacy.copyData', input)).toMatchObject({
        error: { code: 'PERMISSION_DENIED' },
      })
    expect(await store.answerAsync('director', 'privacy.copyData', input)).toMatchObject({ ok: true })
    const cells = (await readXlsx(readFileSync(file))).sheets.flatMap(({ rows }) => rows.flat())
    for (const told of ['秦岚', '=qinlan', '客户想要银色', '2026-03-02', '短信', '陈晓东'])
      expect(cells).toContain(told)
    const [entry] = store.ok('director', 'audit.list', { call: 'privacy.copyData' }).rows
    expect(entry).toMatchObject({ staffName: '高总监' })
    expect(JSON.parse(entry?.reason ?? '{}')).toMatchObject({
      what: 'person',
      customerId,
      reason: '本人申请',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
