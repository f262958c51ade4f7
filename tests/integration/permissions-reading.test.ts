import { beforeAll, describe, expect, it, afterAll } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import { declarations } from '#shared/contract/index.ts'
import { roles } from '#shared/domain/codes.ts'
import { makeTrainingStore, intake, type TrainingStore } from '#tests/support/made-store.ts'
import { asked, lawFor, owners, type Whose } from '#tests/support/reach-matrix.ts'

interface Row {
  readonly staffId: string
  readonly customerId: string
  readonly opportunityId: string
  readonly phone: string
  readonly violationId: string
}
const span = { from: '2026-03-01', until: '2026-03-31' }

/** Every query whose reach is narrower than the store for somebody, asked about one person or one customer. */
const questions: Readonly<Record<string, (row: Row) => readonly unknown[]>> = {
  'customers.get': ({ customerId }) => [{ customerId }],
  'customers.search': ({ staffId, phone }) => [
    {},
    { ownerId: staffId },
    { text: phone.slice(-4) },
    { text: '顾客' },
  ],
  'opportunities.proposePlan': ({ opportunityId }) => [{ opportunityId }],
  'toDo.list': ({ staffId }) => [{}, { staffId }],
  'toDo.reminders': () => [{}],
  'losses.list': () => [{}],
  'dailyCheck.get': () => [{}, { on: '2026-03-05' }],
  'dailyCheck.lines': ({ staffId }) => [
    { on: '2026-03-09', figure: 'overdue' },
    { on: '2026-03-09', figure: 'overdue', staffId },
  ],
  'dailyCheck.signed': ({ staffId }) => [{ on: '2026-03-05' }, { on: '2026-03-05', signedBy: staffId }],
  'dailyCheck.signatures': () => [span],
  'violations.list': ({ staffId }) => [{}, { staffId }],
  'penalties.preview': ({ violationId }) => [{ violationIds: [violationId] }],
  'penalties.waiting': () => [{}],
  'penalties.ledger': ({ staffId }) => [span, { ...span, staffId }],
  'penalties.monthSheet': ({ staffId }) => [{ month: '2026-03' }, { month: '2026-03', staffId }],
  'penalties.recompute': () => [{}],
  'rectifications.list': ({ staffId }) => [{}, { staffId }],
  'suspensions.list': ({ staffId }) => [{}, { staffId }],
  'instructions.list': ({ staffId, customerId }) => [{}, { staffId }, { customerId }],
  'leaves.list': ({ staffId }) => [{}, { staffId }],
  'leaves.preview': ({ staffId }) => [{ ...span, from: '2026-03-20', staffId }],
  'leaves.calendar': () => [span],
  'leaves.briefings': ({ staffId }) => [{}, { staffId }],
  'leaves.whileAway': ({ staffId }) => [{ staffId }],
  'claims.list': ({ customerId }) => [{}, { customerId }],
  'ownership.thinIce': ({ staffId }) => [{}, { staffId }],
  'recordings.list': ({ customerId }) => [{}, { customerId }],
  'visits.list': ({ staffId }) => [{}, { consultantId: staffId }],
  'visits.day': () => [{}],
  'testDrives.list': ({ customerId }) => [{ customerId }],
  'leads.list': ({ staffId, customerId }) => [{}, { ownerId: staffId }, { customerId }],
  'leads.calls': () => [{}],
  'leads.callLines': ({ staffId }) => [{ staffId, on: '2026-03-09' }],
  'appointments.list': () => [{}, span],
  'duplicates.list': () => [{}],
  'merges.preview': ({ customerId }) => [{ keptId: customerId, droppedId: customerId }],
  'merges.list': ({ customerId }) => [{}, { customerId }],
  'forms.progress': ({ staffId }) => [{ month: '2026-03' }, { month: '2026-03', staffId }],
  'forms.dailyReport': ({ staffId }) => [{ on: '2026-03-09' }, { on: '2026-03-09', staffId }],
  'forms.visitRegister': () => [{ on: '2026-03-09' }],
  'forms.card': ({ customerId }) => [{ customerId }],
  'figures.showroom': ({ staffId }) => [span, { ...span, staffId }],
  'figures.showroomLines': ({ staffId }) => [
    { ...span, figure: 'firstVisits' },
    { ...span, figure: 'firstVisits', staffId },
  ],
  'privacy.notice': ({ customerId }) => [{ customerId }],
}
/** They name a row that these questions do not make, or are made to tell a part of what is another's; where they are proved. */
const elsewhere: Readonly<Record<string, string>> = {
  'session.current': 'only of its own caller',
  'rectifications.get': 'rectifications-permissions.test.ts',
  'leaves.get': 'leaves-rights.test.ts',
  'leaves.handoff': 'leaves-rights.test.ts',
  'claims.get': 'claims-permissions.test.ts',
  'claims.contacts': 'claims-permissions.test.ts',
  'ownership.verdict': 'ownership.test.ts: says of a phone whose customer it is, to everybody who may ask',
  'visits.get': 'visits-rights.test.ts',
  'arrivals.find': 'visits-rights.test.ts: tells the desk whose customer has come',
  'leads.get': 'leads-rights.test.ts',
  'leads.imports': 'leads-import-undo.test.ts: lists ledgers, one’s own',
  'leads.preview': 'leads-import.test.ts: reads a file and no row',
  'duplicates.check': 'duplicates-rights.test.ts: tells whose customer a phone is, masked',
}

const names: Readonly<Record<Whose, string>> = { own: '甲顾客', team: '乙顾客', other: '丙顾客' }
const sides = Object.keys(owners) as Whose[]
let store: TrainingStore
const rows = {} as Record<Whose, Row>

beforeAll(() => {
  store = makeTrainingStore()
  for (const whose of sides) {
    const card = intake({ customer: { name: names[whose] } })
    const { customerId, opportunityId } = store.ok(owners[whose], 'customers.register', card)
    const staffId = store.ids[owners[whose]]
    rows[whose] = { staffId, customerId, opportunityId, phone: card.customer.mobile ?? '', violationId: '' }
  }
  store.setNow('2026-03-09')
  store.ok('director', 'dayRoll.run')
  const raised = store.ok('director', 'violations.list').rows
  for (const whose of sides) {
    const found = raised.find(({ customerId }) => customerId === rows[whose].customerId)
    rows[whose] = { ...rows[whose], violationId: found?.violationId ?? '' }
  }
})
afterAll(() => {
  store.close()
  store.remove()
})

const narrow = declarations.filter(([, { access, kind }]) => {
  if (access === 'public' || kind !== 'query') return false
  return roles.some((role) => ['own', 'team'].includes(reachOf(role, access) ?? ''))
})

describe('nobody reads of another’s customer what the role table does not give him (R-13.1, S2)', () => {
  it('asks every query whose reach ends before the store does', () => {
    expect([...Object.keys(questions), ...Object.keys(elsewhere)].sort()).toEqual(
      narrow.map(([path]) => path).sort(),
    )
  })

  it('made something to read: every customer is overdue, and whoever may see him does', () => {
    for (const whose of sides) expect(rows[whose].violationId).not.toBe('')
    for (const path of ['customers.search', 'violations.list', 'toDo.list', 'forms.progress'])
      expect(
        JSON.stringify(questions[path]?.(rows.own).map((input) => store.answer('chen', path, input))),
      ).toContain('甲顾客')
  })

  it.each(Object.keys(questions).flatMap((path) => roles.map((role) => [role, path] as const)))(
    '%s hears by %s only of whom he may',
    (role, path) => {
      for (const whose of sides)
        for (const input of questions[path]?.(rows[whose]) ?? []) {
          const words = JSON.stringify(store.answer(asked[role], path, input))
          for (const about of sides.filter((each) => lawFor(role, path, each) !== 'reached'))
            expect([
              path,
              role,
              input,
              words.includes(names[about]),
              words.includes(rows[about].phone),
            ]).toEqual([path, role, input, false, false])
        }
    },
  )
})

describe('nobody decides about another’s violation (R-13.1, S2)', () => {
  it.each(
    ['violations.confirm', 'violations.waive', 'violations.object'].flatMap((path) =>
      roles.flatMap((role) => sides.map((whose) => [role, path, whose] as const)),
    ),
  )('%s reaches by %s one of %s only where the table says so', (role, path, whose) => {
    const law = lawFor(role, path, whose)
    // What he may is proved where it is done; here nothing is changed that the next cell needs.
    if (law === 'reached') return
    const answer = store.answer(asked[role], path, {
      violationIds: [rows[whose].violationId],
      reason: '查一下',
    })
    expect(answer).toMatchObject({ ok: false })
    if (!answer.ok)
      expect(['NOT_FOUND', 'PERMISSION_DENIED', 'VALIDATION_FAILED']).toContain(answer.error.code)
    const [row] = store
      .ok('director', 'violations.list')
      .rows.filter(({ violationId }) => violationId === rows[whose].violationId)
    expect(row?.status).toBe('raised')
  })
})
