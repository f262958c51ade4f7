import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows, writeRows } from '#tests/support/book.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { ask, ownFiles, ownFolder, refusal } from '#tests/support/books/recordings.ts'
import { finish, wav, writeSound } from '#tests/support/books/sounds.ts'
import { at, intake, openTrainingStore, type PersonName } from '#tests/support/training-store.ts'

/** A store that watches a folder, and a customer of chen's with a known phone, registered on 03-02. */
async function watching(phone = '13800138000', owner: PersonName = 'chen') {
  const store = openTrainingStore({ now: '2026-03-02 09:00' })
  const folder = makeFolder()
  await ask(store, 'director', 'setFolder', { watched: folder })
  const made = store.ok(owner, 'customers.register', intake({ customer: { mobile: phone } }))
  const scan = () => ask(store, owner, 'scan')
  return { store, folder, scan, ...made }
}
const nothing = {
  found: 0,
  matched: 0,
  unmatched: 0,
  skipped: 0,
  missing: 0,
  changed: 0,
  more: false,
  reachable: true,
}

describe('scanning the watched folder (R-5.6)', () => {
  it('matches by number and time, makes the late-recorded contact count, and does it once', async () => {
    const { store, folder, scan, customerId, opportunityId } = await watching()
    store.setNow('2026-03-05 09:00')
    const { followUpId } = reach(store, 'chen', opportunityId, planOn('2026-03-06'), {
      contactedOn: '2026-03-04',
    })
    writeSound(folder, '2026-03/13800138000_20260304_143000.wav', wav(1500))
    writeSound(folder, 'notes.txt', Buffer.from('not a sound'))
    expect(await scan()).toEqual({ ...nothing, found: 1, matched: 1 })
    const { followUps, protection } = store.ok('chen', 'customers.get', { customerId })
    expect(followUps[0]).toMatchObject({
      followUpId,
      effective: { yes: true },
      recordings: [{ fileName: '13800138000_20260304_143000.wav', lengthMs: 1500 }],
    })
    expect(protection?.protectedUntil).toBe('2026-04-03')
    expect((await ask(store, 'chen', 'list', { followUpId })).rows).toMatchObject([
      { matchedByName: true, recordedAt: at('2026-03-04 14:30') },
    ])
    expect(await scan()).toEqual(nothing)
    expect(await scan()).toEqual(nothing)
    expect(ownFiles(store)).toEqual(['2026-03/13800138000_20260304_143000.wav'])
  })

  it('lets a recording wait for its follow-up', async () => {
    const { store, folder, scan, opportunityId } = await watching()
    store.setNow('2026-03-04 14:35')
    writeSound(folder, '13800138000_20260304_143000.wav', wav(1000))
    expect(await scan()).toEqual({ ...nothing, found: 1, unmatched: 1 })
    expect((await ask(store, 'chen', 'list', { unmatched: true })).rows).toMatchObject([
      { followUpId: null, customerName: '王伟', phone: '13800138000' },
    ])
    store.setNow('2026-03-04 14:59')
    reach(store, 'chen', opportunityId, planOn('2026-03-06'))
    expect(await scan()).toEqual({ ...nothing, matched: 1 })
    expect((await ask(store, 'chen', 'list', { unmatched: true })).total).toBe(0)
  })

  it('leaves to a person what is nobody’s or could be two, and takes his word', async () => {
    const { store, folder, scan, opportunityId } = await watching()
    store.setNow('2026-03-04 14:20')
    const first = reach(store, 'chen', opportunityId, planOn('2026-03-06'))
    store.setNow('2026-03-04 14:40')
    const second = reach(store, 'chen', opportunityId, planOn('2026-03-06'))
    writeSound(folder, '13800138000_20260304_143000.wav', wav(1000))
    writeSound(folder, '13999999999_20260304_143000.wav', wav(1000, 1))
    writeSound(folder, '新录音.wav', wav(1000, 2))
    expect(await scan()).toEqual({ ...nothing, found: 3, unmatched: 3 })
    // A consultant sees only what has a number of his; a director all.
    const own = await ask(store, 'chen', 'list', { unmatched: true })
    expect(own.rows).toMatchObject([{ phone: '13800138000' }])
    expect((await ask(store, 'manager', 'list', { unmatched: true })).total).toBe(1)
    expect((await ask(store, 'otherManager', 'list', { unmatched: true })).total).toBe(0)
    expect((await ask(store, 'director', 'list', { unmatched: true })).total).toBe(3)
    const { recordingId = '' } = own.rows[0] ?? {}
    expect(
      await refusal(store, 'zhou', 'match', { recordingId, followUpId: first.followUpId }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
    await ask(store, 'chen', 'match', { recordingId, followUpId: second.followUpId })
    expect(
      await refusal(store, 'chen', 'match', { recordingId, followUpId: first.followUpId }),
    ).toMatchObject({ issues: [{ field: 'recordingId', code: 'already_matched' }] })
    expect((await ask(store, 'chen', 'list', { followUpId: second.followUpId })).rows).toMatchObject([
      { recordingId, matchedByName: false },
    ])
  })

  it('matches any phone of the customer, and the customer’s before an extension', async () => {
    const { store, folder, scan, opportunityId, customerId } = await watching()
    writeRows(
      store,
      `insert into customer_phones (phone, reversed, customer_id) values ('051086123456', '654321680150', ?)`,
      customerId,
    )
    store.setNow('2026-03-04 14:40')
    reach(store, 'chen', opportunityId, planOn('2026-03-06'))
    writeSound(folder, '13700000000_0510-86123456_20260304_143000.wav', wav(1000))
    expect(await scan()).toEqual({ ...nothing, found: 1, matched: 1 })
  })

  it('does not match a file that is not there any more', async () => {
    const { store, folder, scan, opportunityId } = await watching()
    writeSound(folder, '13800138000_20260302_093000.wav', wav(1000))
    await scan()
    const { path: place } = readRows<{ path: string }>(store, 'select path from recordings')[0] ?? {
      path: '',
    }
    rmSync(path.join(ownFolder(store), place))
    store.setNow('2026-03-02 09:40')
    const { followUpId } = reach(store, 'chen', opportunityId, planOn('2026-03-05'))
    const { recordingId = '' } = (await ask(store, 'chen', 'list', { unmatched: true })).rows[0] ?? {}
    expect(await refusal(store, 'chen', 'match', { recordingId, followUpId })).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'recording_missing' }],
    })
    expect(await scan()).toEqual({ ...nothing, missing: 1 })
  })

  it('takes by hand what came through the folder, without a second copy', async () => {
    const { store, folder, scan, opportunityId } = await watching()
    const file = writeSound(folder, '新录音.wav', wav(1000))
    await scan()
    const { followUpId } = reach(store, 'chen', opportunityId, planOn('2026-03-05'))
    await ask(store, 'chen', 'attach', { followUpId, path: file })
    expect(ownFiles(store)).toEqual(['2026-03/新录音.wav'])
    expect((await ask(store, 'director', 'list', { unmatched: true })).total).toBe(0)
    expect(await scan()).toEqual(nothing)
  })

  it('skips what is no sound, and what is still being written', async () => {
    const { folder, scan } = await watching()
    writeSound(folder, 'a.mp3', Buffer.from('no sound'))
    const growing = path.join(folder, 'b.wav')
    writeFileSync(growing, wav(1000))
    expect(await scan()).toEqual({ ...nothing, skipped: 1 })
    expect(await scan()).toEqual(nothing)
    finish(growing)
    expect(await scan()).toEqual({ ...nothing, found: 1, unmatched: 1 })
  })

  it('takes the same sound once, whatever it is called', async () => {
    const { folder, scan } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    writeSound(folder, 'b.wav', wav(1000))
    expect(await scan()).toEqual({ ...nothing, found: 1, unmatched: 1 })
    writeSound(folder, 'c.wav', wav(1000))
    expect(await scan()).toEqual(nothing)
  })

  it('says that the folder is gone, and goes on when it is back', async () => {
    const { store, folder, scan } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    renameSync(folder, `${folder}-away`)
    expect(await scan()).toEqual({ ...nothing, reachable: false })
    expect((await ask(store, 'director', 'folder')).lastScan).toMatchObject({ reachable: false })
    renameSync(`${folder}-away`, folder)
    expect(await scan()).toEqual({ ...nothing, found: 1, unmatched: 1 })
  })

  it('finds a missing file at once, a changed one within a day, and one that came back', async () => {
    const { store, folder, scan } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    await scan()
    const { path: place } = readRows<{ path: string }>(store, 'select path from recordings')[0] ?? {
      path: '',
    }
    const file = path.join(ownFolder(store), place)
    const content = readFileSync(file)
    rmSync(file)
    expect(await scan()).toEqual({ ...nothing, missing: 1 })
    expect(await scan()).toEqual(nothing)
    writeFileSync(file, content)
    await scan()
    expect((await ask(store, 'director', 'list', { lost: true })).total).toBe(0)
    content.writeUInt8(content.readUInt8(500) ^ 1, 500)
    writeFileSync(file, content)
    expect(await scan()).toEqual(nothing)
    store.setNow('2026-03-03 09:01')
    expect(await scan()).toEqual({ ...nothing, changed: 1 })
  })

  it('two scans at once take in a file once', async () => {
    const { store, folder } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    const [one, two] = await Promise.all([ask(store, 'chen', 'scan'), ask(store, 'director', 'scan')])
    expect(one.found + two.found).toBe(1)
    expect(ownFiles(store)).toEqual(['2026-03/a.wav'])
  })
})

describe('a scan that nobody asked for', () => {
  const now = at('2026-03-02 10:00')

  it('acts without anybody, and writes nothing where there is nothing to say', async () => {
    const { store, folder } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    const { application } = store
    expect(await application.scanRecordings({ now })).toMatchObject({ found: 1 })
    const trail = () =>
      readRows<{ who: string | null }>(
        store,
        `select staff_id as who from audit_entries where call = 'recordings.scan'`,
      )
    expect(trail()).toEqual([{ who: null }])
    expect(await application.scanRecordings({ now })).toBeUndefined()
    expect(await application.scanRecordings({ now: now + 3_599_000 })).toBeUndefined()
    expect(trail()).toHaveLength(1)
    // That it works is noted now and then.
    expect(await application.scanRecordings({ now: now + 3_600_000 })).toEqual(nothing)
    expect(trail()).toHaveLength(2)
  })

  it('does nothing where no folder is watched', async () => {
    const store = openTrainingStore()
    expect(await store.application.scanRecordings({ now })).toBeUndefined()
    expect(existsSync(ownFolder(store))).toBe(false)
  })

  it('stops when the store is closed under it, and leaves no copy', async () => {
    const { store, folder } = await watching()
    for (let i = 0; i < 20; i += 1) writeSound(folder, `${i}.wav`, wav(1000, i))
    const running = store.application.scanRecordings({ now })
    await new Promise((resolve) => setImmediate(resolve))
    store.application.close()
    expect(await running).toBeUndefined()
    expect(ownFiles(store)).toEqual([])
  })

  it('waits while the clock is behind', async () => {
    const { store, folder } = await watching()
    writeSound(folder, 'a.wav', wav(1000))
    expect(await store.application.scanRecordings({ now: at('2026-02-20') })).toBeUndefined()
    expect(ownFiles(store)).toEqual([])
  })
})
