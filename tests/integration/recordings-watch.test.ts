import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeStoreHost } from '#main/application/host.ts'
import { fixedClock } from '#main/platform/clock.ts'
import { planOn, readRows } from '#tests/support/book.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { ask, ownFiles } from '#tests/support/books/recordings.ts'
import { wav, writeSound } from '#tests/support/books/sounds.ts'
import { at, intake, migrationsFolder, openTrainingStore } from '#tests/support/training-store.ts'

/** A host on a store that watches a folder, as the application's thread has it. */
async function watched(scanEveryMs: number) {
  const store = openTrainingStore({ now: '2026-03-02 09:00' })
  const folder = makeFolder()
  await ask(store, 'director', 'setFolder', { watched: folder })
  const incidents: unknown[] = []
  /** One has a store open at a time (P7): from now on it is the host. */
  const start = () => {
    store.close()
    const host = makeStoreHost({
      dataFolder: path.dirname(store.file),
      migrationsFolder,
      storeFile: store.file,
      seedDemo: () => [],
      clock: fixedClock(at('2026-03-04 15:00')),
      log: (_id, error) => incidents.push(error),
      scanEveryMs,
    })
    onTestFinished(() => host.close())
    return host
  }
  return { store, folder, start, incidents }
}
const taken = (store: Parameters<typeof readRows>[0]) =>
  readRows<{ name: string; followUpId: string | null }>(
    store,
    'select file_name as name, follow_up_id as followUpId from recordings order by file_name',
  )

describe('the watched folder is looked at by itself (R-5.6)', () => {
  it('when the store is opened, and every little while; screens hear of it', async () => {
    const { store, folder, start, incidents } = await watched(30)
    writeSound(folder, 'a.wav', wav(500))
    const told: string[] = []
    const host = start()
    host.onChange((topics) => told.push(...topics))
    await expect.poll(() => taken(store).map(({ name }) => name)).toEqual(['a.wav'])
    expect(told).toContain('recordings')
    writeSound(folder, 'b.wav', wav(600))
    await expect.poll(() => taken(store).map(({ name }) => name)).toEqual(['a.wav', 'b.wav'])
    expect(incidents).toEqual([])
  })

  it('finds the follow-up that was recorded after its call', async () => {
    const { store, folder, start } = await watched(30)
    const made = store.ok('chen', 'customers.register', intake({ customer: { mobile: '13800138000' } }))
    writeSound(folder, '13800138000_20260304_144500.wav', wav(500))
    const host = start()
    await expect.poll(() => taken(store).length).toBe(1)
    const reached = await host.answerAsync(
      'followUps.execute',
      {
        opportunityId: made.opportunityId,
        result: 'reached',
        channel: 'phone',
        content: '客户说周末来看车',
        next: planOn('2026-03-06'),
      },
      { token: store.tokens.chen },
    )
    expect(reached).toMatchObject({ ok: true, value: { followUpId: expect.any(String) } })
    const { followUpId } = (reached as { readonly value: { readonly followUpId: string } }).value
    await expect.poll(() => taken(store)[0]?.followUpId).toBe(followUpId)
  })

  it('stops with the store', async () => {
    const { store, folder, start, incidents } = await watched(10)
    const host = start()
    await expect
      .poll(() => readRows(store, `select 1 from settings where name = 'recordings.lastScan'`).length)
      .toBe(1)
    host.close()
    writeSound(folder, 'late.wav', wav(500))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(taken(store)).toEqual([])
    expect(ownFiles(store)).toEqual([])
    expect(incidents).toEqual([])
  })
})
