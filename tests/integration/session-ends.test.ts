import { describe, expect, it } from 'vitest'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'

const next = 'a new one, 42 long'

describe('sessions end with what they were opened by (S4)', () => {
  const twice = () => {
    const store = openLiveStore()
    const chen = store.enrol('chen', 'consultant')
    return { store, chen, elsewhere: store.as('chen'), boss: store.as('boss') }
  }
  const codeOf = (person: ReturnType<typeof twice>['chen']) => {
    const answer = person.answer('toDo.list')
    return answer.ok ? 'answered' : answer.error.code
  }

  it('a new password leaves the window in which it was chosen, and no other, nor anybody else’s', () => {
    const { store, chen, elsewhere, boss } = twice()
    expect(codeOf(elsewhere)).toBe('answered')
    chen.ok('session.changePassword', { current: livePassword, next })
    expect(codeOf(chen)).toBe('answered')
    expect(codeOf(elsewhere)).toBe('NOT_SIGNED_IN')
    expect(boss.answer('staff.list').ok).toBe(true)
    expect(store.signIn('chen', livePassword).ok).toBe(false)
    expect(store.signIn('chen', next).ok).toBe(true)
  })

  it.each([
    ['staff.resetAccess', {}],
    ['staff.setStatus', { status: 'suspended' }],
    ['staff.setStatus', { status: 'resigned' }],
  ])('whoever is given a new access, or leaves, is out of all of them: %s %j', (call, input) => {
    const { chen, elsewhere, boss } = twice()
    boss.ok(call, { staffId: chen.staffId, ...input })
    expect([codeOf(chen), codeOf(elsewhere)]).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN'])
    // Coming back opens none of them again.
    boss.answer('staff.setStatus', { staffId: chen.staffId, status: 'active' })
    expect([codeOf(chen), codeOf(elsewhere)]).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN'])
  })
})
