import { createHash } from 'node:crypto'
import { figures } from '#shared/domain/codes.ts'
import { signedCheck, type SignedCheck } from '#shared/contract/supervision.ts'
import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { auditHead } from '#main/store/read/audit.ts'
import {
  findSnapshot,
  listSignatures,
  trailCodeOf,
  type SignatureRow,
} from '#main/store/read/signed-checks.ts'
import { addSignedCheck } from '#main/store/write/signed-checks.ts'
import { canonicalJson } from './canonical-json.ts'
import { listChecked, type CheckDate } from './check-date.ts'
import { listLines } from './lines.ts'
import { makeSheet } from './sheet.ts'

/** SQLite's word for every row. */
const everything = { limit: -1, offset: 0 }

const digestOf = (snapshot: string): string => createHash('sha256').update(snapshot).digest('hex')

/** 签字: freezes what the signer sees of a date, figures and lines, under its digest. Once a date and signer. */
export function signCheck(
  store: WritableStore,
  context: Context,
  date: CheckDate,
  note: string | null,
): { readonly signedAt: number; readonly digest: string } {
  const { actor, scope, now, store: file } = context
  const { on } = date
  if (findSnapshot(store, on, actor.staffId) !== undefined)
    refuse('RULE_REFUSED', { reasons: [reason('check_already_signed', { field: 'on', on })] })
  const staff = listChecked(store, scope)
  const snapshot = canonicalJson({
    ...makeSheet(store, context, date),
    lines: figures.flatMap((figure) =>
      staff.flatMap((each) => listLines(store, context, date, { figure, staff: each }, everything)),
    ),
    signedAt: now,
    signedBy: { staffId: actor.staffId, name: actor.name },
    note,
    storeName: file.name,
  })
  const digest = digestOf(snapshot)
  const head = auditHead(store)
  addSignedCheck(store, {
    on,
    signedBy: actor.staffId,
    signedAt: now,
    note,
    snapshot,
    digest,
    auditSequence: head?.sequence ?? null,
    auditHash: head?.hash ?? null,
  })
  return { signedAt: now, digest }
}

/** Signatures of a date that the asker may see: a director every one, a manager his own, nobody else any. */
export function visibleSignatures(
  store: ReadableStore,
  { actor }: Context,
  from: BusinessDate,
  until: BusinessDate,
): SignatureRow[] {
  const all = listSignatures(store, from, until)
  if (actor.role === 'director') return all
  return actor.role === 'manager' ? all.filter(({ signedBy }) => signedBy === actor.staffId) : []
}

/** The sheet as it was signed: by whom is named, else by the asker himself, else by the first who signed it. */
export function readSigned(
  store: ReadableStore,
  context: Context,
  on: BusinessDate,
  signedBy: string | null,
): SignedCheck {
  const visible = visibleSignatures(store, context, on, on)
  const found = signedBy
    ? visible.find((each) => each.signedBy === signedBy)
    : (visible.find((each) => each.signedBy === context.actor.staffId) ?? visible[0])
  const snapshot = found && findSnapshot(store, on, found.signedBy)
  if (!found || snapshot === undefined) return refuse('NOT_FOUND', { what: 'signed_check', id: on })
  return signedCheck.parse({
    ...(JSON.parse(snapshot) as object),
    digest: found.digest,
    trailCode: trailCodeOf(store, on, found.signedBy),
  })
}
