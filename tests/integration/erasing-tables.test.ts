import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import * as schema from '#main/store/schema/index.ts'
import { held } from '#main/store/write/erasing/held.ts'

const covered = new Map(
  held.map((each) => [
    getTableName(each.table),
    new Set([...each.words, ...Object.keys(each.instead ?? {}), ...(each.told ?? [])]),
  ]),
)
/** Ids, dates, times and closed vocabularies tell nothing of a person. */
const isNoWord =
  /(Id|On|By|Time|Status|Hash|Digest)$|^(on|time|status|kind|channel|result|grade|gender|source|call|hash)$/
/** Columns that stay, or are emptied elsewhere, and why. */
const stays: Readonly<Record<string, readonly string[]>> = {
  'figures and decisions stay': [
    'customers.customerType',
    'opportunities.model',
    'opportunities.expectedPurchaseDate',
    'opportunities.purchaseType',
    'opportunities.openingFrom',
    'opportunities.answerableFrom',
    'opportunities.planMissingSince',
    'opportunity_changes.gradeBefore',
    'opportunity_changes.gradeAfter',
    'opportunity_changes.expectedBefore',
    'opportunity_changes.expectedAfter',
    'identity_changes.field',
    'follow_ups.gradeBefore',
    'follow_ups.gradeAfter',
    'loss_applications.reason',
    'loss_applications.decision',
    'leads.model',
    'leads.campaign',
    'leads.assignedWay',
    'lead_exceptions.identity',
    'appointments.outcome',
    'claims.dormantFrom',
    'instructions.proposedGrade',
    'visits.model',
    'visits.occasion',
    'visits.phoneMissing',
    'test_drives.model',
    'register_days.totals',
    'recordings.sha256',
  ],
  'the paper of an agreement is kept': ['visits.agreementNumber', 'test_drives.agreementNumber'],
  'the row goes': [
    'customer_phones.phone',
    'customer_phones.reversed',
    'shared_phones.phone',
    'shared_phones.reason',
    'relatives.relation',
  ],
  'emptied by a piece of its own': [
    'duplicate_dismissals.reason',
    'signed_checks.note',
    'signed_checks.snapshot',
    'audit_entries.changes',
    'audit_entries.reason',
  ],
  'tells nothing of a customer': [
    'leaves.untilBefore',
    'leave_lines.onBefore',
    'leave_lines.limitBefore',
    'leave_lines.way',
    'leave_lines.movedTo',
    'penalty_entries.part',
    'penalty_entries.ladder',
    'penalty_entries.unit',
    'penalty_entries.consequences',
    'rectifications.ladder',
    'suspensions.ladder',
    'penalty_checks.wrong',
    'import_profiles.name',
    'import_profiles.mapping',
    'import_profiles.headers',
    'content_sums.tableName',
    'content_sums.sum',
    'erasures.reason',
    'redactions.tableName',
    'redactions.digestBefore',
    'redactions.digestAfter',
    'rotation_places.desk',
    'rotation_places.restoredFor',
    'rotation_events.desk',
    'rotation_events.order',
    'staff.name',
    'staff.login',
    'staff.role',
    'staff.restWeekdays',
    'sign_in_failures.login',
    'store.name',
    'store.zone',
    'store.locale',
    'clock_state.unreportedFrom',
    'policies.effectiveFrom',
    'policies.document',
    'policies.note',
    'settings.name',
    'settings.value',
    'signed_checks.digest',
  ],
  'sealed under an id that the file does not hold': [
    'command_answers.commandKey',
    'command_answers.inputMark',
    'command_answers.answer',
  ],
}

it('has decided of every column with words whether an erasure empties it (S7)', () => {
  const words = Object.values(schema).flatMap((table) =>
    is(table, SQLiteTable)
      ? Object.entries(getTableColumns(table))
          .filter(([key, { columnType }]) => columnType.startsWith('SQLiteText') && !isNoWord.test(key))
          .filter(([key]) => !covered.get(getTableName(table))?.has(key))
          .map(([key]) => `${getTableName(table)}.${key}`)
      : [],
  )
  expect(words.sort()).toEqual(Object.values(stays).flat().sort())
})
