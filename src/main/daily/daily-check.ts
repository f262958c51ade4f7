import { can } from '#shared/access/can.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { eachDate, earliest, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage, type Page } from '#main/calls/page.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { countFigures } from '#main/store/read/daily-figures.ts'
import type { SignatureRow } from '#main/store/read/signed-checks.ts'
import { listStaff, teamOf } from '#main/store/read/staff.ts'
import { firstAnswerableDate } from '#main/store/read/store.ts'
import { checkOf, listChecked, readCheckDate, type CheckDate } from './check-date.ts'
import type { PreparedSheet } from './export-sheet.ts'
import { listLines } from './lines.ts'
import { makeSheet } from './sheet.ts'
import { readSigned, signCheck, visibleSignatures } from './sign.ts'

const told = ({ signedAt, signedBy, signerName, digest, note }: SignatureRow) => ({
  signedAt,
  signedBy: { staffId: signedBy, name: signerName },
  digest,
  note,
})

/** Signed sheets show a whole team: whoever may not sign may not read them either. */
function requireSigner({ actor }: Context): void {
  const verdict = can(actor, 'dailyCheck.sign')
  if (!verdict.yes) refuse('PERMISSION_DENIED', { reasons: [verdict.reason] })
}

/** One page out of the lines of several consultants, which follow each other in the order of the sheet. */
function pageOfLines(
  store: ReadableStore,
  context: Context,
  date: CheckDate,
  {
    figure,
    staff,
  }: {
    readonly figure: Parameters<typeof listLines>[3]['figure']
    readonly staff: ReturnType<typeof listChecked>
  },
  { offset, limit }: Page,
) {
  let before = 0
  const rows = staff.flatMap((each) => {
    const { figures } = countFigures(store, date.book, checkOf(store, context, date, each))
    const first = Math.max(0, offset - before)
    const wanted = Math.min(limit, Math.max(0, offset + limit - before) - first)
    before += figures[figure]
    return wanted > 0 && first < figures[figure]
      ? listLines(store, context, date, { figure, staff: each }, { offset: first, limit: wanted })
      : []
  })
  return { rows, total: before }
}

/** Who is expected to sign: each active manager with a team, of those the asker may see. */
const listSigners = (store: ReadableStore, { actor }: Context) =>
  listStaff(store).filter(
    ({ staffId, role, status }) =>
      role === 'manager' &&
      status === 'active' &&
      (actor.role === 'director' || staffId === actor.staffId) &&
      teamOf(store, staffId).length > 0,
  )

/** The open dates of a span on which somebody answered for something, up to today. */
function datesToSign(
  store: ReadableStore,
  context: Context,
  from: BusinessDate,
  until: BusinessDate,
): BusinessDate[] {
  const firstOn = firstAnswerableDate(store)
  if (firstOn === null) return []
  return eachDate(latest(from, firstOn), earliest(until, context.today)).filter(context.calendar.isOpen)
}

export const dailyCheck: HandlersOf<'dailyCheck'> = {
  get: (store, input, context) => {
    const { actor, clockBehind } = context
    const date = readCheckDate(store, context, input?.on)
    const signatures = visibleSignatures(store, context, date.on, date.on).map(told)
    const signed = signatures.find(({ signedBy }) => signedBy.staffId === actor.staffId) ?? null
    return {
      ...makeSheet(store, context, date),
      signed,
      signatures,
      maySign: can(actor, 'dailyCheck.sign').yes && signed === null && !clockBehind,
    }
  },

  lines: (store, { on, staffId, figure, ...page }, context) => {
    const date = readCheckDate(store, context, on)
    const all = listChecked(store, context.scope)
    const staff = staffId ? all.filter((each) => each.staffId === staffId) : all
    if (staffId && staff.length === 0) return refuse('NOT_FOUND', { what: 'staff', id: staffId })
    const read = readPage(page)
    const { rows, total } = pageOfLines(store, context, date, { figure, staff }, read)
    return pageOf(read, rows, total)
  },

  sign: (store, { on, note }, context) => {
    const date = readCheckDate(store, context, on)
    return signCheck(store, context, date, note?.trim() ? note : null)
  },

  signed: (store, { on, signedBy }, context) => {
    requireSigner(context)
    return readSigned(store, context, on, signedBy ?? null)
  },

  /** The file was written before and gets its place when its trace stands. */
  exportSheet: (_store, { on, path }, { prepared, because }) => {
    const { rows } = prepared as PreparedSheet
    because(JSON.stringify({ what: 'daily_check', form: 'file', detail: on, rows }))
    return { path, rows }
  },

  signatures: (store, { from, until }, context) => {
    requireSigner(context)
    if (from > until) refuseField('from', 'from_after_until')
    const signatures = visibleSignatures(store, context, from, until)
    const expected = listSigners(store, context)
    const rows = datesToSign(store, context, from, until).flatMap((on) => {
      const ofDate = signatures.filter((each) => each.on === on)
      const missing = expected.filter(({ staffId }) => !ofDate.some(({ signedBy }) => signedBy === staffId))
      return [
        ...ofDate.map(({ signedBy, signerName, signedAt }) => ({
          on,
          managerId: signedBy,
          managerName: signerName,
          signedAt,
        })),
        // A date is unsigned when it has passed; today may still be signed.
        ...(on < context.today ? missing : []).map(({ staffId, name }) => ({
          on,
          managerId: staffId,
          managerName: name,
          signedAt: null,
        })),
      ]
    })
    return { rows, nextCursor: null, total: rows.length }
  },
}
