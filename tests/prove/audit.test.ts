import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findings, backUp, fillStore, workOn } from '#tests/support/files/tampering.ts'
import { everyWay, makeDice, tamperOnce, type Kept, type Way } from '#tests/support/files/random-tampering.ts'
import { makeTrainingStore } from '#tests/support/made-store.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

/** A store with two backups, a signed sheet and work between them. */
function live(): Kept {
  const store = fillStore(makeTrainingStore)
  const old = backUp(store, '2026-03-12')
  workOn(store, '2026-03-13')
  const young = backUp(store, '2026-03-13')
  store.application.close()
  return {
    file: store.file,
    oldBackup: old.path,
    headOutside: young.manifest.auditHead?.sequence ?? 0,
  }
}

it('leaves no tampering with a store unnoticed, of whatever kind and wherever (S6)', () => {
  const kept = live()
  expect(findings(kept.file)).toEqual([])
  const tried = proofSize({ short: 300, full: 3000 })
  const dice = makeDice(6)
  const named = new Map<string, number>()
  const unnoticed: string[] = []
  let done = 0
  let untouched = 0
  for (let n = 0; done < tried; n += 1) {
    const way: Way = everyWay[n % everyWay.length] ?? 'editField'
    const file = tamperOnce(kept, way, dice)
    if (!file) {
      untouched += 1
      continue
    }
    done += 1
    const found = findings(file)
    if (found.length === 0) unnoticed.push(`${way} (${n})`)
    const [first] = found
    if (first) named.set(first.code, (named.get(first.code) ?? 0) + 1)
    rmSync(path.dirname(file), { recursive: true })
  }
  expect(unnoticed).toEqual([])
  // Every kind of tampering has come out under its own name.
  for (const code of [
    'row_edited',
    'row_deleted',
    'row_added',
    'rows_swapped',
    'audit_hash_wrong',
    'audit_sequence_gap',
    'audit_entries_swapped',
    'cut_tail',
    'old_backup_put_back',
    'chain_rebuilt',
  ])
    expect([code, (named.get(code) ?? 0) > 0]).toEqual([code, true])
  expect(findings(kept.file)).toEqual([])
  expect(readdirSync(path.dirname(kept.file))).toContain('backups')
  const kinds = [...named].map(([code, count]) => `${code} ${count}`).join(', ')
  report(
    'S6',
    `${done} tamperings, 0 unnoticed (${kinds}); ${untouched} that changed nothing; control: 0 findings`,
  )
})
