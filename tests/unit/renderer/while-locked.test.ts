import { expect, it } from 'vitest'
import { declarations } from '#shared/contract/index.ts'
import { answeredWhileLocked } from '../../../src/renderer/api/while-locked.ts'

it('the screens wait for unlocking with exactly those calls that a locked session is refused (S4)', () => {
  const answered = declarations.filter(([, { access, whileLocked }]) => access === 'public' || whileLocked)
  expect([...answeredWhileLocked].sort()).toEqual(answered.map(([path]) => path).sort())
})
