import { expect, it } from 'vitest'
import { proposeFields, type MergedRecord } from '#main/rules/merge-fields.ts'
import { mergedFields } from '#shared/contract/duplicates.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'

const on = asBusinessDate
const empty = Object.fromEntries(mergedFields.map((field) => [field, null])) as Record<
  (typeof mergedFields)[number],
  null
>
const record = (parts: Partial<MergedRecord> = {}): MergedRecord => ({
  ...empty,
  lastContactOn: null,
  createdOn: on('2026-03-01'),
  createdAt: 1,
  ...parts,
})
const choiceOf = (kept: Partial<MergedRecord>, dropped: Partial<MergedRecord>, field = 'area') =>
  proposeFields(record(kept), record(dropped)).find((each) => each.field === field)?.choice

it.each<[string, string | null, string | null, string]>([
  ['both empty', null, null, 'kept'],
  ['empty in two ways', null, '', 'kept'],
  ['equal', '江阴', '江阴', 'kept'],
  ['filled in the kept one only', '江阴', null, 'kept'],
  ['filled in the dropped one only', null, '江阴', 'dropped'],
  ['blank in the kept one', ' ', '江阴', 'dropped'],
])('R-3.4a a field that is %s', (_what, kept, dropped, choice) => {
  expect(choiceOf({ area: kept }, { area: dropped })).toBe(choice)
})

it.each<[string, Partial<MergedRecord>, Partial<MergedRecord>, string]>([
  ['met later', { lastContactOn: on('2026-03-05') }, { lastContactOn: on('2026-03-06') }, 'dropped'],
  ['met earlier', { lastContactOn: on('2026-03-06') }, { lastContactOn: on('2026-03-05') }, 'kept'],
  [
    'never met and registered later',
    { createdOn: on('2026-03-01') },
    { createdOn: on('2026-03-02') },
    'dropped',
  ],
  [
    'registered after the other was met',
    { lastContactOn: on('2026-03-05') },
    { createdOn: on('2026-03-06') },
    'dropped',
  ],
  ['registered on the same day, an hour later', { createdAt: 1 }, { createdAt: 2 }, 'dropped'],
  ['registered at the same moment', {}, {}, 'kept'],
])('R-3.4a of two filled fields that of the record %s', (_what, kept, dropped, choice) => {
  expect(choiceOf({ area: '江阴', ...kept }, { area: '宜兴', ...dropped })).toBe(choice)
})

it('R-3.4a a gender that nobody noted is an empty field', () => {
  expect(choiceOf({ gender: 'male' }, { gender: 'unknown', createdAt: 9 }, 'gender')).toBe('kept')
  expect(choiceOf({ gender: 'unknown' }, { gender: 'male' }, 'gender')).toBe('dropped')
})

it('R-3.2 an unknown birthday is an empty field', () => {
  const [known, unknown] = [on('1988-05-20'), on('1900-01-01')]
  expect(choiceOf({ birthday: unknown }, { birthday: known }, 'birthday')).toBe('dropped')
  expect(choiceOf({ birthday: known }, { birthday: unknown, createdAt: 9 }, 'birthday')).toBe('kept')
})
