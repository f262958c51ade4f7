import type { ProgressMark } from '../contract/forms.ts'
import type { Text } from './index.ts'
import { fill } from './say.ts'

/** What stands in the cell of the progress sheet for a mark: on the screen, on paper and in the workbook alike. */
export function progressGlyph(
  mark: Pick<ProgressMark, 'kind' | 'grade' | 'full'>,
  words: Text['forms']['mark'],
): string {
  const { kind, grade, full } = mark
  if (kind === 'plan') return full ? words.plan : words.planMissed
  if (kind === 'contact') return full ? (grade ?? words.reached) : words.notReached
  if (kind === 'lost') return full ? words.lost : words.lostWaiting
  return kind === 'grade' ? fill(words.grade, { grade: grade ?? '' }) : words[kind]
}
