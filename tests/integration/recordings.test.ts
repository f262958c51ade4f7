import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import type { Role } from '#shared/domain/codes.ts'
import { planOn, reach, readRows, register } from '#tests/support/book.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { ask, ownFiles, ownFolder, refusal } from '#tests/support/books/recordings.ts'
import { mp3, wav, writeSound } from '#tests/support/books/sounds.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/** 03-02 registered, 03-04 called; written down by its owner only on 03-05. */
function lateRecorded(who: PersonName = 'chen') {
  const store = openTrainingStore({ now: '2026-03-02 09:00' })
  const made = register(store, who, { grade: 'H', expected: '2026-03-06', plan: '2026-03-05' })
  store.setNow('2026-03-05 09:00')
  const { followUpId } = reach(store, who, made.opportunityId, planOn('2026-03-06'), {
    contactedOn: '2026-03-04',
  })
  return { store, ...made, followUpId }
}
const cardOf = (store: TrainingStore, customerId: string, who: PersonName = 'chen') =>
  store.ok(who, 'customers.get', { customerId })
const theOnly = <T>(rows: readonly T[]): T => {
  expect(rows).toHaveLength(1)
  return rows[0] as T
}
const fileOf = (store: TrainingStore): string => {
  const { path: place } = theOnly(readRows<{ path: string }>(store, 'select path from recordings'))
  return path.join(ownFolder(store), place)
}

describe('attaching a recording (R-5.6, R-5.1, R-4.10)', () => {
  it('makes a late-recorded contact count, and renews the protection of its owner', async () => {
    const { store, customerId, followUpId } = lateRecorded()
    const before = cardOf(store, customerId)
    expect(before.followUps[0]?.effective).toMatchObject({
      yes: false,
      reasons: [{ code: 'not_effective_late_recorded' }],
    })
    expect(before.protection?.protectedUntil).toBe('2026-04-01')
    const rate = () => store.ok('manager', 'dailyCheck.get', { on: '2026-03-05' }).store.effectiveRate
    expect(rate()).toBe(0)

    const source = writeSound(makeFolder(), '13800138000_20260304_143000.wav', wav(1500))
    const attached = await ask(store, 'chen', 'attach', { followUpId, path: source })
    expect(attached.effective).toBe(true)

    const after = cardOf(store, customerId)
    expect(after.followUps[0]).toMatchObject({
      effective: { yes: true, reasons: [{ code: 'effective' }] },
      lateRecorded: true,
      recordings: [{ fileName: '13800138000_20260304_143000.wav', lengthMs: 1500, state: 'present' }],
    })
    expect(after.protection?.protectedUntil).toBe('2026-04-03')
    expect(after.abilities.attachRecording).toBe(true)
    expect(rate()).toBe(1)
    expect(ownFiles(store)).toEqual(['2026-03/13800138000_20260304_143000.wav'])
    expect(existsSync(source)).toBe(true)
    expect(theOnly((await ask(store, 'chen', 'list', { followUpId })).rows)).toMatchObject({
      recordingId: attached.recordingId,
      sha256: attached.sha256,
      phone: '13800138000',
      contactedOn: '2026-03-04',
      staffName: '陈晓东',
      matchedByName: false,
    })
  })

  it('does not make up for what was not said, or whom it did not reach', async () => {
    const store = openTrainingStore({ now: '2026-03-02' })
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-03-06',
      plan: '2026-03-05',
    })
    store.setNow('2026-03-05')
    const short = reach(store, 'chen', opportunityId, planOn('2026-03-06'), {
      contactedOn: '2026-03-04',
      content: '好的',
    })
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    expect(await ask(store, 'chen', 'attach', { followUpId: short.followUpId, path: source })).toMatchObject({
      effective: false,
    })
    const { customerId } = theOnly(
      readRows<{ customerId: string }>(store, 'select customer_id as customerId from customers'),
    )
    expect(cardOf(store, customerId).followUps[0]?.effective.reasons.map(({ code }) => code)).toEqual([
      'not_effective_content_too_short',
    ])
    expect(cardOf(store, customerId).protection?.protectedUntil).toBe('2026-04-01')
  })

  it('does not renew the protection of an owner who did not call', async () => {
    const { store, customerId, opportunityId } = lateRecorded()
    const { followUpId } = reach(store, 'manager', opportunityId, planOn('2026-03-06'), {
      contactedOn: '2026-03-04',
    })
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    expect((await ask(store, 'manager', 'attach', { followUpId, path: source })).effective).toBe(true)
    expect(cardOf(store, customerId).protection?.protectedUntil).toBe('2026-04-01')
  })

  it('refuses the same recording twice, and for another contact, and keeps no copy of it', async () => {
    const { store, followUpId } = lateRecorded()
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    await ask(store, 'chen', 'attach', { followUpId, path: source })
    expect(await refusal(store, 'chen', 'attach', { followUpId, path: source })).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'recording_already_attached' }],
    })
    const other = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-06' })
    const call = reach(store, 'chen', other.opportunityId, planOn('2026-03-06'))
    expect(
      await refusal(store, 'chen', 'attach', { followUpId: call.followUpId, path: source }),
    ).toMatchObject({ code: 'RULE_REFUSED', reasons: [{ code: 'recording_of_another_contact' }] })
    expect(ownFiles(store)).toEqual(['2026-03/a.wav'])
    const different = writeSound(makeFolder(), 'a.wav', wav(100, 1))
    await ask(store, 'chen', 'attach', { followUpId, path: different })
    expect(ownFiles(store)).toEqual(['2026-03/a.wav', '2026-03/a.wav'])
  })

  test.each([
    ['a text', 'a.wav', Buffer.from('just words'), 'no_recording'],
    ['nothing', 'a.wav', Buffer.alloc(0), 'empty'],
  ])('refuses %s', async (_title, name, content, reason) => {
    const { store, followUpId } = lateRecorded()
    const source = writeSound(makeFolder(), name, content)
    expect(await refusal(store, 'chen', 'attach', { followUpId, path: source })).toMatchObject({
      code: 'FILE_REFUSED',
      data: { reason },
    })
    expect(ownFiles(store)).toEqual([])
  })

  it('takes a name for a name, wherever it would lead', async () => {
    const { store, followUpId } = lateRecorded()
    const folder = makeFolder()
    writeSound(folder, 'x.wav', wav(100))
    const source = path.join(folder, 'sub', '..', 'x.wav')
    await ask(store, 'chen', 'attach', { followUpId, path: source })
    const odd = writeSound(folder, '..\\..\\store.wav', wav(200))
    await ask(store, 'chen', 'attach', { followUpId, path: odd })
    expect(ownFiles(store)).toEqual(['2026-03/store.wav', '2026-03/x.wav'])
  })

  it('happens once for one command id', async () => {
    const { store, followUpId } = lateRecorded()
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    const send = () =>
      store.answerAsync('chen', 'recordings.attach', { followUpId, path: source }, { commandId: 'c1' })
    const [first, second] = await Promise.all([send(), send()])
    expect(first).toEqual(second)
    expect(await send()).toEqual(first)
    expect(ownFiles(store)).toEqual(['2026-03/a.wav'])
  })
})

describe('an imported book', () => {
  it('cannot be taken back once a recording hangs on one of its contacts', async () => {
    const store = openTrainingStore({ now: '2026-03-02' })
    const ledger = path.join(makeFolder(), 'ledger.xlsx')
    copyFileSync(path.resolve(import.meta.dirname, '../fixtures/ledgers/ledger.xlsx'), ledger)
    const run = await store.answerAsync('manager', 'imports.run', { path: ledger, decisions: {} })
    if (!run.ok) throw new Error(run.error.message)
    const { batchId } = run.value as { batchId: string }
    // Of a customer whose protection it cannot renew: nothing else of him changes.
    const [contact] = readRows<{ followUpId: string }>(
      store,
      `select f.follow_up_id as followUpId from follow_ups f join customers c on c.customer_id = f.customer_id
       where f.staff_id is not c.owner_id`,
    )
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    await ask(store, 'director', 'attach', { followUpId: contact?.followUpId ?? '', path: source })
    expect(await store.answerAsync('manager', 'imports.undo', { batchId })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ field: 'batchId', code: 'worked_on' }] },
    })
  })
})

describe('listening to a recording', () => {
  const attached = async () => {
    const late = lateRecorded()
    const source = writeSound(makeFolder(), 'a.mp3', mp3(500))
    const { recordingId } = await ask(late.store, 'chen', 'attach', {
      followUpId: late.followUpId,
      path: source,
    })
    return { ...late, recordingId }
  }

  it('gives the sound, and notes who listened', async () => {
    const { store, recordingId } = await attached()
    const heard = await ask(store, 'manager', 'listen', { recordingId })
    expect(heard).toMatchObject({ mime: 'audio/mpeg', state: 'present', next: null, fileName: 'a.mp3' })
    expect(Buffer.from(heard.base64, 'base64')).toEqual(mp3(500))
    expect(
      readRows(store, `select staff_id as who, reason from audit_entries where call = 'recordings.listen'`),
    ).toEqual([{ who: store.ids.manager, reason: 'a.mp3' }])
  })

  it('comes in parts when it is long', async () => {
    const { store, followUpId } = lateRecorded()
    const long = wav(1_600_000)
    const source = writeSound(makeFolder(), 'long.wav', long)
    const { recordingId } = await ask(store, 'chen', 'attach', { followUpId, path: source })
    const parts: Buffer[] = []
    for (let from: number | null = 0; from !== null;) {
      const start: number = from
      const part = await ask(store, 'chen', 'listen', { recordingId, from: start })
      expect(part).toMatchObject({ state: 'present', mime: 'audio/wav', bytes: long.length })
      parts.push(Buffer.from(part.base64, 'base64'))
      from = part.next
    }
    expect(parts.length).toBe(3)
    expect(Buffer.concat(parts).equals(long)).toBe(true)
  })

  it('keeps no sound among the answers of commands', async () => {
    const { store, recordingId } = await attached()
    const input = { recordingId }
    const listen = () => store.answerAsync('chen', 'recordings.listen', input, { commandId: 'l1' })
    expect(await listen()).toMatchObject({ ok: true })
    expect(await listen()).toMatchObject({ ok: true })
    expect(readRows(store, `select call from command_answers where call = 'recordings.listen'`)).toEqual([])
  })

  it('plays a changed file and says so everywhere; what it proved stays', async () => {
    const { store, customerId, recordingId } = await attached()
    const file = fileOf(store)
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(3000) ^ 1, 3000)
    writeFileSync(file, bytes)
    expect(await ask(store, 'chen', 'listen', { recordingId })).toMatchObject({ state: 'changed' })
    expect(cardOf(store, customerId).followUps[0]).toMatchObject({
      effective: { yes: true },
      recordings: [{ state: 'changed' }],
    })
    expect(theOnly((await ask(store, 'chen', 'list', { lost: true })).rows)).toMatchObject({
      recordingId,
      state: 'changed',
    })
    const { attention } = store.ok('manager', 'dailyCheck.get', {})
    expect((attention ?? []).filter(({ kind }) => kind === 'recording_lost')).toMatchObject([
      {
        refId: recordingId,
        customerId,
        reasons: [{ code: 'recording_changed', data: { fileName: 'a.mp3' } }],
      },
    ])
    expect(store.ok('otherManager', 'dailyCheck.get', {}).attention).toEqual([])
  })

  it('refuses a missing file, and still notes that it is missing', async () => {
    const { store, recordingId } = await attached()
    rmSync(fileOf(store))
    expect(await refusal(store, 'chen', 'listen', { recordingId })).toMatchObject({
      code: 'FILE_REFUSED',
      data: { reason: 'recording_missing' },
    })
    expect(theOnly((await ask(store, 'chen', 'list', { state: 'missing' })).rows)).toMatchObject({
      recordingId,
    })
    expect(
      store
        .ok('director', 'dailyCheck.get', {})
        .attention?.map(({ kind, reasons }) => [kind, reasons[0]?.code]),
    ).toContainEqual(['recording_lost', 'recording_missing'])
  })
})

describe('whose recordings they are (R-13.1)', () => {
  const roles: Readonly<Record<Role, PersonName>> = {
    front_desk: 'desk',
    consultant: 'chen',
    manager: 'manager',
    director: 'director',
    admin: 'admin',
  }
  test.each(
    (Object.keys(roles) as Role[]).flatMap((role) =>
      (['chen', 'li', 'zhou'] as const).map((owner) => [role, owner] as const),
    ),
  )('%s reaches the contacts of %s as the role table says', async (role, owner) => {
    const { store, followUpId, customerId } = lateRecorded(owner)
    const who = roles[role]
    const source = writeSound(makeFolder(), 'a.wav', wav(100))
    const { recordingId } = await ask(store, 'director', 'attach', { followUpId, path: source })
    const reach = reachOf(role, 'recording.attach')
    const isHis =
      reach === 'store' || (reach === 'team' && owner !== 'zhou') || (reach === 'own' && owner === 'chen')
    const codeOf = async (verb: string, input: unknown) => {
      const answer = await store.answerAsync(who, `recordings.${verb}`, input)
      return answer.ok ? 'ok' : answer.error.code
    }
    const denied = reach === undefined ? 'PERMISSION_DENIED' : 'NOT_FOUND'
    const another = writeSound(makeFolder(), 'b.wav', wav(200))
    expect(await codeOf('attach', { followUpId, path: another })).toBe(isHis ? 'ok' : denied)
    expect(await codeOf('listen', { recordingId })).toBe(isHis ? 'ok' : denied)
    expect(await codeOf('match', { recordingId, followUpId })).toBe(isHis ? 'VALIDATION_FAILED' : denied)
    if (reach === undefined) return
    const count = isHis ? 2 : 0
    expect((await ask(store, who, 'list', {})).total).toBe(count)
    expect((await ask(store, who, 'list', { customerId })).total).toBe(count)
    expect((await ask(store, who, 'list', { followUpId })).rows).toHaveLength(count)
    expect(ownFiles(store)).toHaveLength(isHis ? 2 : 1)
  })

  it('who called somebody else’s customer has his own call, and no more of the customer', async () => {
    const { store, customerId } = lateRecorded('chen')
    const phone = cardOf(store, customerId).customer.mobile ?? ''
    const { followUpId } = store.ok('zhou', 'followUps.recordForAnother', {
      phone,
      result: 'reached',
      channel: 'phone',
      content: '客户打到我这里来问价格',
      contactedOn: '2026-03-04',
    })
    const source = writeSound(makeFolder(), `${phone}_20260304_120000.wav`, wav(100))
    expect(await ask(store, 'zhou', 'attach', { followUpId, path: source })).toMatchObject({
      effective: true,
    })
    expect(cardOf(store, customerId).protection?.protectedUntil).toBe('2026-04-01')
    expect(theOnly((await ask(store, 'zhou', 'list', {})).rows)).toMatchObject({
      customerId: null,
      customerName: '王**',
      phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      staffName: '周婷',
    })
    expect(theOnly((await ask(store, 'chen', 'list', { customerId })).rows)).toMatchObject({
      customerId,
      phone,
    })
    expect((await ask(store, 'li', 'list', {})).total).toBe(0)
  })

  it('only a director or an admin names the folder, and it must be one', async () => {
    const store = openTrainingStore()
    const folder = makeFolder()
    for (const who of ['chen', 'manager', 'desk'] as const)
      expect(await refusal(store, who, 'setFolder', { watched: folder })).toMatchObject({
        code: 'PERMISSION_DENIED',
      })
    await ask(store, 'admin', 'setFolder', { watched: folder })
    expect(await ask(store, 'director', 'folder')).toEqual({
      watched: folder,
      own: ownFolder(store),
      lastScanAt: null,
      lastScan: null,
    })
    const file = writeSound(folder, 'a.wav', wav(100))
    for (const watched of [file, path.join(folder, 'none')])
      expect(await refusal(store, 'director', 'setFolder', { watched })).toMatchObject({
        issues: [{ field: 'watched', code: 'folder_not_found' }],
      })
    await ask(store, 'director', 'setFolder', { watched: null })
    expect((await ask(store, 'director', 'folder')).watched).toBeNull()
  })
})
