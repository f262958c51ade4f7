import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupRow, Restored, RestorePreview } from '#shared/contract/backups.ts'
import type { CustomerCard } from '#shared/contract/customers.ts'
import type { Output, OutputOf } from '#shared/contract/index.ts'
import type { setup } from '#shared/contract/setup.ts'
import { cli } from '#tests/support/command-line.ts'
import { director, ref, stateOf } from '#tests/support/files/closed-with-backup.ts'
import { holds } from '#tests/support/files/forgotten.ts'
import { auditFindings, hostStore, makeFolder, type HostedStore } from '#tests/support/hosted-store.ts'
import { reach } from '#tests/support/book.ts'
import { intake } from '#tests/support/training-store.ts'

const his = { name: '欧阳若谷', mobile: '13987654321' }
const erasedName = '已抹除客户'

/** A store with somebody in it, a backup, and his erasure after it. In the backup he is followed up, or has ordered. */
async function eraseAfterBackup(then: 'open' | 'ordered') {
  let made = { customerId: '', opportunityId: '' }
  const store = hostStore((filled) => {
    made = filled.ok('chen', 'customers.register', intake({ customer: his }))
    filled.ok('chen', 'customers.register', intake())
    if (then === 'ordered') reach(filled, 'chen', made.opportunityId, { kind: 'ordered' })
    else filled.ok('manager', 'instructions.add', { customerId: made.customerId, text: '请约到店' })
  })
  const { customerId, opportunityId } = made
  const backup = await store.ok<BackupRow>('director', 'backups.make')
  store.setNow('2026-03-02 11:00')
  if (then === 'open') {
    const card = await store.ok<CustomerCard>('chen', 'customers.get', { customerId })
    const [instruction] = card.instructions
    await store.ok('chen', 'instructions.answer', { instructionId: instruction?.instructionId, text: '已约' })
    await store.ok('manager', 'instructions.close', { instructionId: instruction?.instructionId })
    await store.ok('chen', 'followUps.execute', {
      opportunityId,
      channel: 'phone',
      result: 'reached',
      content: '已订车',
      feedback: '满意',
      next: { kind: 'ordered' },
    })
  }
  const { customer } = await store.ok<CustomerCard>('director', 'customers.get', { customerId })
  const token = await store.signIn('director')
  await store.ok(token, 'privacy.erase', {
    customerId,
    version: customer.version,
    name: his.name,
    reason: '本人书面要求',
  })
  return { store, backup, customerId, opportunityId }
}

const filesOf = (store: HostedStore) => ['', '-wal', '-shm'].map((suffix) => store.file + suffix)
async function demandErased(store: HostedStore, customerId: string) {
  const token = await store.signIn('director')
  const { customer } = await store.ok<CustomerCard>(token, 'customers.get', { customerId })
  expect(customer).toMatchObject({ name: erasedName, mobile: '', phones: [], erasedOn: '2026-03-02' })
  for (const file of filesOf(store))
    for (const trace of [his.name, his.mobile, [...his.mobile].reverse().join('')])
      expect([file, trace, holds(file, trace)]).toEqual([file, trace, false])
  expect(auditFindings(store.file)).toEqual([])
  const { rows } = await store.ok<Output<'audit', 'list'>>(token, 'audit.list', { call: 'privacy.erase' })
  expect(rows).toMatchObject([{ staffName: '高总监', reason: '恢复备份后再次抹除' }])
}

describe('a restore of a backup in which somebody is who was erased since (S7)', () => {
  it('says so before, and erases him again', async () => {
    const { store, backup, customerId } = await eraseAfterBackup('ordered')
    // The control: the backup holds him.
    expect(holds(backup.path, his.name)).toBe(true)
    const preview = await store.ok<RestorePreview>('director', 'backups.preview', ref(backup))
    expect(preview.erasedAgain).toBe(1)
    const token = await store.signIn('director')
    const done = await store.ok<Restored>(token, 'backups.restore', { ...ref(backup), reason: '误导入' })
    expect(done.erasedAgain).toBe(1)
    await demandErased(store, customerId)
  })

  it('has nobody to erase again when it is undone, and he stays erased', async () => {
    const { store, backup, customerId } = await eraseAfterBackup('ordered')
    const token = await store.signIn('director')
    await store.ok(token, 'backups.restore', { ...ref(backup), reason: '误导入' })
    const again = await store.signIn('director')
    const undone = await store.ok<Restored>(again, 'backups.undoRestore', { reason: '恢复错了' })
    expect(undone.erasedAgain).toBe(0)
    const last = await store.signIn('director')
    const { customer } = await store.ok<CustomerCard>(last, 'customers.get', { customerId })
    expect(customer.name).toBe(erasedName)
  })

  it('ends what was under way around him then, so that nobody has to follow up a person without a name', async () => {
    const { store, backup, customerId } = await eraseAfterBackup('open')
    const token = await store.signIn('director')
    await store.ok(token, 'backups.restore', { ...ref(backup), reason: '误导入' })
    await demandErased(store, customerId)
    const card = await store.ok<CustomerCard>(await store.signIn('director'), 'customers.get', { customerId })
    expect(card.opportunities.map(({ status }) => status)).toEqual(['lost'])
    expect(card.instructions.map(({ closedAt }) => closedAt === null)).toEqual([false])
    const toDo = await store.ok<Output<'toDo', 'list'>>(await store.signIn('chen'), 'toDo.list', {})
    expect(JSON.stringify(toDo)).not.toContain(erasedName)
  })

  it.each(['the list beside the backups', 'a later manifest'])(
    'erases him again also where the store itself is lost, by %s',
    async (by) => {
      const { store, backup, customerId } = await eraseAfterBackup('ordered')
      if (by === 'a later manifest') {
        await store.ok('director', 'backups.make')
        rmSync(path.join(store.backups, 'store-erased.json'))
      }
      store.host().close()
      writeFileSync(store.file, 'gone')
      store.restart()
      expect((await stateOf(store)).state).toBe('failed')
      const { toErase } = await store.ok<OutputOf<typeof setup.backups>>(null, 'setup.backups')
      expect(toErase[`main ${backup.name}`]).toBe(1)
      const done = await store.ok<Restored>(null, 'setup.restore', { ...ref(backup), ...director })
      expect(done.erasedAgain).toBe(1)
      await demandErased(store, customerId)
    },
  )

  it('erases him again on another computer, from a stick with a later backup on it', async () => {
    const { store, backup, customerId } = await eraseAfterBackup('ordered')
    const later = await store.ok<BackupRow>('director', 'backups.make')
    const stick = makeFolder()
    for (const each of [backup, later])
      for (const ending of ['', '.json'])
        copyFileSync(each.path + ending, path.join(stick, each.name + ending))
    store.host().close()
    const folder = path.join(makeFolder(), 'new')
    mkdirSync(folder)
    const file = path.join(folder, 'store.db')
    const { code, lines } = await cli(
      [
        'restore',
        '--store',
        file,
        '--from',
        path.join(stick, backup.name),
        '--login',
        'director',
        '--reason',
        '换电脑',
      ],
      { env: { SHOWROOM_PASSWORD: 'director' } },
    )
    expect({ code, value: lines[0]?.value }).toMatchObject({ code: 0, value: { erasedAgain: 1 } })
    expect(holds(file, his.name)).toBe(false)
    expect(customerId).not.toBe('')
  })

  it('keeps no name in the list and the manifests, only ids', async () => {
    const { store, customerId } = await eraseAfterBackup('ordered')
    const later = await store.ok<BackupRow>('director', 'backups.make')
    for (const file of [path.join(store.backups, 'store-erased.json'), `${later.path}.json`]) {
      expect(holds(file, customerId)).toBe(true)
      expect(holds(file, his.name) || holds(file, his.mobile)).toBe(false)
    }
  })
})
