import fs from 'node:fs'
import path from 'node:path'
import { asarHeader, faultsOf, filesOf } from '../../scripts/package-check.mjs'
import { expect, test } from '../support/electron.ts'
import { binaryName, copyOf, release, scratch, start, usable } from './packaged.ts'

/**
 * S1: one flipped byte in app.asar. Electron validates its archive on Windows and macOS only (the fuse is on and the hash is in the
 * executable, which package-check.mjs reads there); on Linux the application's first file compares it with the digests of the build.
 */

const archive = 'resources/app.asar'
const digests = 'resources/digests.json'
const native = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'
const complains = /\[showroom\] (damaged: .*|window usable.*)\n/

/** Where the text of a file begins in an archive, and how long it is. */
function placeIn(file: string, wanted: RegExp): { at: number; size: number } {
  const { header, contentAt } = asarHeader(file)
  for (const each of filesOf(header))
    if (wanted.test(each.file)) return { at: contentAt + Number(each.offset), size: each.size ?? 0 }
  throw new Error(`nothing like ${String(wanted)} in the archive`)
}

/** Flips the lowest bit of one byte. */
function flip(file: string, at: number): void {
  const bytes = fs.readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  fs.writeFileSync(file, bytes)
}

/** A copy of the application that is spoilt, and what its start says. */
async function spoilt(own: string[], spoil: (folder: string) => void) {
  const folder = scratch()
  try {
    const copy = copyOf(release, path.join(folder.path, 'application'), [binaryName, ...own])
    spoil(copy)
    const userData = path.join(folder.path, 'data')
    const args = [`--user-data-dir=${userData}`, '--open-demo-if-empty']
    const { output } = await start(path.join(copy, binaryName), { args, until: complains })
    return {
      output,
      storeMade: fs.existsSync(path.join(userData, 'data')),
      faults: await faultsOf(copy).catch(String),
    }
  } finally {
    folder.remove()
  }
}

test('the copy that is not spoilt starts (control)', async () => {
  const { output, storeMade, faults } = await spoilt([archive], () => undefined)
  expect(output).toMatch(usable)
  expect([storeMade, faults]).toEqual([true, []])
})

for (const [what, wanted] of [
  ['the entry of the application', /^out\/main\/index\.js$/],
  ['the thread that holds the store', /^out\/main\/thread\.js$/],
  ['the page', /^out\/renderer\/assets\/index-.*\.js$/],
  ['the preload', /^out\/preload\/index\.cjs$/],
  ['a migration', /^drizzle\/.*\.sql$/],
] as const) {
  test(`one flipped byte in ${what} stops the start, in words, before a store is touched`, async () => {
    const { output, storeMade, faults } = await spoilt([archive], (folder) => {
      const file = path.join(folder, archive)
      const { at, size } = placeIn(file, wanted)
      flip(file, at + Math.floor(size / 2))
    })
    expect(output).toContain('[showroom] damaged: app.asar')
    expect(output).not.toMatch(usable)
    expect(storeMade).toBe(false)
    expect(faults.length).toBeGreaterThan(0)
  })
}

test('so do a flipped byte in the header, one in the native module, and digests that are gone or not readable', async () => {
  const header = await spoilt([archive], (folder) =>
    flip(path.join(folder, archive), asarHeader(path.join(folder, archive)).contentAt - 40),
  )
  expect(header.output).not.toMatch(usable)
  const module = await spoilt([native], (folder) => flip(path.join(folder, native), 4_000))
  expect(module.output).toContain(
    'damaged: app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  )
  const gone = await spoilt([], (folder) => fs.rmSync(path.join(folder, digests)))
  expect(gone.output).toContain('damaged: digests.json')
  const garbage = await spoilt([digests], (folder) => fs.writeFileSync(path.join(folder, digests), '{}'))
  expect(garbage.output).toContain('damaged: digests.json')
  for (const { output, storeMade } of [header, module, gone, garbage]) {
    expect(output).not.toMatch(usable)
    expect(storeMade).toBe(false)
  }
})
