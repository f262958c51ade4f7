import { describe, expect, it } from 'vitest'
import { soonLetGo, whenLetGo } from '#main/platform/held-file.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })
/** Fails so many times as a file does that another program holds. */
const heldFor = (times: number, code = 'EPERM') => {
  const tried = { times: 0 }
  const work = () => {
    tried.times += 1
    if (tried.times <= times) throw failure(code)
    return 'done'
  }
  return { work, tried }
}

describe('a file that a virus scanner holds for a moment (P4)', () => {
  it('is tried again on Windows until it is let go, with longer and longer waits', () => {
    for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
      const waited: number[] = []
      const { work, tried } = heldFor(4, code)
      expect(whenLetGo(work, { platform: 'win32', wait: (ms) => waited.push(ms) })).toBe('done')
      expect(tried.times).toBe(5)
      expect(waited).toEqual([...waited].sort((a, b) => a - b))
      expect(waited).toHaveLength(4)
    }
  })

  it('is given up after a second or two, with the error as it came', () => {
    const waited: number[] = []
    const { work, tried } = heldFor(Infinity, 'EBUSY')
    expect(() => whenLetGo(work, { platform: 'win32', wait: (ms) => waited.push(ms) })).toThrow('EBUSY')
    expect(tried.times).toBe(waited.length + 1)
    const total = waited.reduce((sum, ms) => sum + ms, 0)
    expect(total).toBeGreaterThan(1_000)
    expect(total).toBeLessThan(3_000)
  })

  it('is no reason to wait where it means that something is not allowed, or for any other error', () => {
    for (const [platform, code] of [
      ['linux', 'EPERM'],
      ['darwin', 'EACCES'],
      ['win32', 'ENOSPC'],
      ['win32', 'ENOENT'],
    ] as const) {
      const { work, tried } = heldFor(1, code)
      expect(() => whenLetGo(work, { platform, wait: () => expect.unreachable() })).toThrow(code)
      expect(tried.times).toBe(1)
    }
  })

  it('keeps nobody else waiting where others are to be answered', async () => {
    const { work, tried } = heldFor(2)
    let answered = false
    setImmediate(() => (answered = true))
    expect(await soonLetGo(() => Promise.resolve().then(work), { platform: 'win32' })).toBe('done')
    expect({ answered, times: tried.times }).toEqual({ answered: true, times: 3 })
    const once = heldFor(1)
    await expect(soonLetGo(() => Promise.resolve().then(once.work), { platform: 'linux' })).rejects.toThrow(
      'EPERM',
    )
  })
})
