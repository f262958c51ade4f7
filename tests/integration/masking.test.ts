import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { figures, roles, type Role } from '#shared/domain/codes.ts'
import {
  makeMaskedBook,
  owners,
  phonesOf,
  type Owner,
  type Subject,
} from '#tests/support/books/masked-book.ts'
import { asked } from '#tests/support/reach-matrix.ts'

const queries = declarations.filter(([, { kind }]) => kind === 'query').map(([path]) => path)
const span = { from: '2026-03-01', until: '2026-03-10' }

/** What each query that asks for something is asked with, given somebody's customer. A new query that needs it fails until it is here. */
const inputs: Readonly<Record<string, (subject: Subject) => unknown>> = {
  'store.proposeHolidays': () => ({ year: 2026 }),
  'policies.get': () => ({ version: 1 }),
  'customers.lookup': ({ phone }) => ({ phone }),
  'customers.get': ({ customerId }) => ({ customerId }),
  'customers.search': ({ phone }) => ({ text: phone }),
  'opportunities.proposePlan': ({ opportunityId }) => ({ opportunityId }),
  'toDo.list': ({ staffId }) => ({ staffId }),
  'dailyCheck.get': () => ({ on: '2026-03-09' }),
  'dailyCheck.signed': () => ({ on: '2026-03-09' }),
  'dailyCheck.signatures': () => span,
  'penalties.ledger': () => span,
  'penalties.monthSheet': () => ({ month: '2026-03' }),
  'leaves.preview': ({ staffId }) => ({ ...span, staffId }),
  'leaves.calendar': () => span,
  'reassignments.held': ({ staffId }) => ({ from: staffId }),
  'reassignments.preview': ({ staffId, customerId, colleagueId }) => ({
    from: staffId,
    customerIds: [customerId],
    to: [colleagueId],
    spread: 'one',
  }),
  'ownership.verdict': ({ phone }) => ({ phone }),
  'visits.get': ({ visitId }) => ({ visitId }),
  'visits.list': () => ({ ...span, limit: 500 }),
  'visits.day': () => ({ on: '2026-03-02' }),
  'arrivals.find': ({ phone }) => ({ phone }),
  'testDrives.list': ({ customerId }) => ({ customerId }),
  'leads.get': ({ leadId }) => ({ leadId }),
  'leads.callLines': ({ staffId }) => ({ staffId }),
  'duplicates.check': ({ phone }) => ({ name: '慕容海', phone, plate: '苏B12345', area: '江阴' }),
  'merges.preview': ({ customerId, secondId }) => ({ keptId: customerId, droppedId: secondId }),
  'forms.visitRegister': () => ({ on: '2026-03-02' }),
  'forms.progress': () => ({ month: '2026-03' }),
  'forms.dailyReport': () => ({ on: '2026-03-02' }),
  'forms.card': ({ customerId }) => ({ customerId }),
  'figures.showroom': () => span,
  'figures.showroomLines': () => ({ ...span, figure: 'leaveContact' }),
  'privacy.notice': ({ customerId }) => ({ customerId }),
  'privacy.previewErasure': ({ customerId }) => ({ customerId }),
  'customers.search all': () => ({ text: '慕容', limit: 500 }),
  ...Object.fromEntries(
    figures.map((figure) => [`dailyCheck.lines ${figure}`, () => ({ on: '2026-03-09', figure })]),
  ),
}

/** Asked on a file or a row that this book has not; nothing of a customer comes of them. */
const unasked: Readonly<Record<string, string>> = {
  'policies.preview': 'takes a whole policy, answers figures',
  'imports.preview': 'reads the file of whoever asks',
  'leads.preview': 'reads the file of whoever asks',
  'penalties.preview': 'takes violations, answers amounts',
  'rectifications.get': 'holds what a consultant wrote of his own occasion',
  'leaves.get': 'there is no leave',
  'leaves.handoff': 'there is no leave',
  'claims.get': 'there is no claim; its list is asked',
  'backups.list': 'files of the store',
  'backups.preview': 'files of the store',
}

/** Where a number that is not of the asker's customers comes back, and why: he typed it himself. Nowhere else. */
const typedByAsker: Readonly<Record<string, string>> = {
  'customers.lookup': 'answers for the phone that was asked for',
  'ownership.verdict': 'answers for the phone that was asked for, to be printed with it',
}

/** Whose customers a role sees whole. */
const reachable: Readonly<Record<Role, readonly Owner[]>> = {
  front_desk: [],
  consultant: ['chen'],
  manager: ['chen', 'li'],
  director: owners,
  admin: [],
}

const asksFor = queries.flatMap((path) => {
  const own = Object.keys(inputs).filter((key) => key === path || key.startsWith(`${path} `))
  return own.length > 0 ? own : [path]
})

describe('phones of others are masked wherever they are read (S5, R-13.2)', () => {
  let book: ReturnType<typeof makeMaskedBook>
  beforeAll(() => {
    book = makeMaskedBook()
  })

  afterAll(() => {
    book.store.close()
    book.store.remove()
  })
  const answersOf = (key: string, role: Role, owner: Owner) => {
    const [path = ''] = key.split(' ')
    return book.store.answer(asked[role], path, inputs[key]?.(book.subjects[owner]) ?? {})
  }
  const told = (said: string, whose: readonly Owner[]) =>
    whose.flatMap((each) => phonesOf[each].filter((phone) => said.includes(phone)))

  it('every query is asked, or it is said why it need not be', () => {
    const silent = asksFor.filter(
      (key) =>
        !Object.hasOwn(unasked, key) &&
        !roles.some((role) => owners.some((owner) => answersOf(key, role, owner).ok)),
    )
    expect(silent).toEqual([])
    for (const path of Object.keys(unasked)) expect(queries).toContain(path)
  })

  it.each(roles)('%s reads no phone of a customer out of reach in any answer', (role) => {
    const others = owners.filter((each) => !reachable[role].includes(each))
    const leaks = asksFor
      .filter((key) => !Object.hasOwn(unasked, key) && !Object.hasOwn(typedByAsker, key))
      .flatMap((key) =>
        owners.flatMap((owner) => {
          const answer = answersOf(key, role, owner)
          return told(JSON.stringify(answer), others).map((phone) => [key, owner, phone])
        }),
      )
    expect(leaks).toEqual([])
  })

  it('what was typed comes back once, and nothing that was not', () => {
    for (const key of Object.keys(typedByAsker)) {
      const answer = answersOf(key, 'consultant', 'zhou')
      expect(answer.ok).toBe(true)
      const { phone, ...rest } = (answer.ok ? answer.value : {}) as Record<string, unknown>
      expect(phone).toBe(book.subjects.zhou.phone)
      expect(told(JSON.stringify(rest), ['li', 'zhou'])).toEqual([])
    }
  })

  it('control: the same look finds the phones of those within reach, in many answers', () => {
    const found = (role: Role, whose: Owner) =>
      asksFor.filter(
        (key) =>
          !Object.hasOwn(unasked, key) &&
          told(JSON.stringify(answersOf(key, role, whose)), [whose]).length > 0,
      )
    expect(found('consultant', 'chen').length).toBeGreaterThan(10)
    expect(found('manager', 'li').length).toBeGreaterThan(10)
    expect(found('director', 'zhou').length).toBeGreaterThan(10)
  })
})
