import { expect, it } from 'vitest'
import { makeCoveredTitle } from '../../../src/renderer/ui/covered-title.ts'

it('a window names nobody while its screen is locked, whatever page a link opens below the cover (S4)', () => {
  const shown: string[] = []
  const title = makeCoveredTitle((text) => shown.push(text))
  title.name('今日待办 · 江南店')
  const uncover = title.cover('已锁定')
  // Somebody clicks a reminder: the card behind it is known already, and names itself.
  title.name('王建国')
  expect(shown).toEqual(['今日待办 · 江南店', '已锁定'])
  uncover()
  expect(shown.at(-1)).toBe('王建国')
  title.name('客户 · 江南店')
  expect(shown.at(-1)).toBe('客户 · 江南店')
})
