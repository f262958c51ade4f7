import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { hostStore } from '#tests/support/hosted-store.ts'
import { intake } from '#tests/support/training-store.ts'

describe('a store that is verified while people work in it (S6)', () => {
  it('is held against one moment of itself: neither what is written meanwhile nor a backup is an alarm', async () => {
    const store = hostStore((filled) => {
      for (let i = 0; i < 150; i += 1) filled.ok('chen', 'customers.register', intake())
    })
    const keeper = store.host().openedApplication()?.keeper
    const under = { way: true }
    const verifying = store
      .ok<Output<'audit', 'verify'>>('director', 'audit.verify')
      .finally(() => (under.way = false))
    let written = 0
    while (under.way) {
      await store.ok('chen', 'customers.register', intake())
      written += 1
      if (written % 40 === 0) await keeper?.make('scheduled')
      // The verification answers from a thread of its own.
      await new Promise(setImmediate)
    }
    const verified = await verifying
    expect(written).toBeGreaterThan(20)
    expect(verified.findings).toEqual([])
    expect(verified.ok).toBe(true)
  })
})
