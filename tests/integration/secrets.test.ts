import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTrainingStore } from '#tests/support/training-store.ts'

const hex = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the store file (S4)', () => {
  it('holds no password, no token and no one-time secret, not even of commands that can be repeated', () => {
    const store = openTrainingStore()
    const input = { login: 'chen', password: 'chen' }
    const signed = store.answer(null, 'session.signIn', input, { commandId: 'sign-in-1' })
    const again = store.answer(null, 'session.signIn', input, { commandId: 'sign-in-1' })
    expect(again).toEqual(signed)
    const added = store.answer(
      'admin',
      'staff.add',
      { name: '新', login: 'new', role: 'manager' },
      { commandId: 'add-1' },
    )
    expect(
      store.answer(
        'admin',
        'staff.add',
        { name: '新', login: 'new', role: 'manager' },
        { commandId: 'add-1' },
      ),
    ).toEqual(added)
    if (!signed.ok || !added.ok) throw new Error('a command that can be repeated failed')
    const { token } = signed.value as { token: string }
    const { oneTimeSecret } = added.value as { oneTimeSecret: string }
    store.application.close()
    const bytes = readFileSync(store.file).toString('latin1')
    expect(bytes).toContain('new')
    for (const secret of [
      token,
      oneTimeSecret,
      JSON.stringify(input),
      hex(JSON.stringify(input)),
      'sign-in-1',
      'add-1',
    ]) {
      expect(bytes).not.toContain(secret)
    }
  })
})
