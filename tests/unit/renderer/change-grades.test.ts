import { expect, it, test } from 'vitest'
import { checkPolicy } from '#shared/policy/check-policy.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import type { Policy } from '#shared/policy/policy.ts'
import {
  addGrade,
  changeGrade,
  moveGrade,
  removeGrade,
} from '../../../src/renderer/features/policy/change-grades.ts'

const { benyue } = presets
const said = (policy: Policy) =>
  gradesInOrder(policy).map(
    (each) => `${each.order} ${each.code} ${each.closeWithinDays ?? '–'}/${each.revisitEveryDays}`,
  )

it('moves a grade, and leaves to each place what it promises', () => {
  expect(said(moveGrade(benyue, 1, -1))).toEqual(['1 A 7/3', '2 H 15/7', '3 B 30/15', '4 C –/30'])
  expect(said(moveGrade(benyue, 2, 1))).toEqual(['1 H 7/3', '2 A 15/7', '3 C 30/15', '4 B –/30'])
})

test.each([
  [0, -1],
  [3, 1],
] as const)('does not move grade %i beyond the end', (index, step) => {
  expect(moveGrade(benyue, index, step)).toEqual(benyue)
})

it('removes a grade and closes the gap', () => {
  expect(said(removeGrade(benyue, 1))).toEqual(['1 H 7/3', '2 B 30/15', '3 C –/30'])
})

it('changes one grade and no other', () => {
  expect(said(changeGrade(benyue, 2, { revisitEveryDays: 10 }))).toEqual([
    '1 H 7/3',
    '2 A 15/7',
    '3 B 30/10',
    '4 C –/30',
  ])
})

test.each(presetNames)('a grade added to %s works at once, with a code and a colour of its own', (name) => {
  const added = addGrade(presets[name])
  expect(checkPolicy(added)).toEqual([])
  expect(added.grades).toHaveLength(presets[name].grades.length + 1)
  expect(new Set(added.grades.map(({ color }) => color)).size).toBe(added.grades.length)
})
