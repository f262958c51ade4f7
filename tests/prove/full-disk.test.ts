import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const script = path.resolve(import.meta.dirname, '../support/files/on-small-disk.ts')
const inOwnNamespace = ['--mount', '--user', '--map-root-user']
/** Disks of one's own can be mounted on Linux where user namespaces are allowed. */
const canMount = spawnSync('unshare', [...inOwnNamespace, 'true']).status === 0
const rounds = proofSize({ short: 60, full: 600 })

it.skipIf(!canMount)(
  'a disk that really fills in the middle of commits and checkpoints loses nothing acknowledged, and with room work goes on; a read-only one is told apart and not touched (P6)',
  () => {
    const output = execFileSync('unshare', [...inOwnNamespace, process.execPath, script, String(rounds)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    const { acknowledged, refused, fullCheckpoints, ...found } = JSON.parse(output) as Record<string, unknown>
    expect(found).toEqual({
      otherRefusals: [],
      refusedReads: 0,
      refusedWithRoom: 0,
      reopenedWhileFull: Math.floor(rounds / 10),
      lost: 0,
      appeared: 0,
      problems: [],
      beside: { exported: 'disk_full', created: 'STORE_FULL', left: [] },
      readOnly: {
        clean: 'STORE_READ_ONLY',
        same: true,
        again: 'open',
        crashed: 'STORE_READ_ONLY',
        walLeft: true,
        afterCrash: 'open',
      },
    })
    // The controls: the disk did fill, in both places. Said to be saved, each refused act would be a lost one.
    expect(acknowledged).toBeGreaterThan(rounds)
    expect(refused).toBeGreaterThan(rounds)
    expect(fullCheckpoints).toBeGreaterThan(rounds / 4)
    report(
      'P6',
      `${rounds} full disks: ${String(acknowledged)} acts acknowledged, 0 lost; ${String(refused)} refused as STORE_FULL, 0 of them in the file ` +
        `(control: that many lost had they been called saved); ${String(fullCheckpoints)} checkpoints met the full disk; 2 read-only disks refused, no byte changed`,
    )
  },
)

it.skipIf(!canMount)(
  'a disk that old backups have filled takes a new one: rotation goes first, and never takes the last good one (P4, P6)',
  () => {
    const filled = path.resolve(import.meta.dirname, '../support/files/backups-on-small-disk.ts')
    const output = execFileSync('unshare', [...inOwnNamespace, process.execPath, filled], {
      encoding: 'utf8',
    })
    // Of three of one old day one is kept beside the new one; where rotation finds nothing more, all stay.
    expect(JSON.parse(output)).toEqual({ before: 3, after: 'made', kept: 2, again: 'STORE_FULL', stay: 2 })
  },
)

it.skipIf(canMount)('cannot be proved here: this machine lets nobody mount a small disk', () => {
  report('P6', 'not proved: this machine lets nobody mount a small disk')
})
