import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { licenceOf, licencesOf, packageOf, shippedFolders, standardTexts } from '../../scripts/licences.ts'
import { files, read, root } from './sources.ts'

const standard = path.join(root, standardTexts)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-licences-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** A package made for this test. */
const packed = (name: string, manifest: object, licenceFile?: string): string => {
  const at = path.join(folder, name)
  fs.mkdirSync(at)
  fs.writeFileSync(path.join(at, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
  if (licenceFile) fs.writeFileSync(path.join(at, licenceFile), 'The words.')
  return at
}

/** The packages that the sources name in an import, as folders. */
function importedFolders(): string[] {
  const names = files('src/**/*.{ts,tsx,css}').flatMap((file) =>
    [...read(file).matchAll(/^(?:import|export)[^'"]*['"]([^'"#.][^'"]*)['"]/gm)].map(
      ([, from = '']) => from,
    ),
  )
  const packages = new Set(
    names.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
  return [...packages]
    .map((name) => path.join(root, 'node_modules', name))
    .filter((each) => fs.existsSync(path.join(each, 'package.json')))
}

it('whatever the sources import, and all that it needs, is under a licence of the list, with its words', () => {
  const imported = importedFolders()
  const all = new Set([
    ...imported,
    ...imported.flatMap((each) => [...shippedFolders(each)]),
    ...shippedFolders(root),
  ])
  const licences = licencesOf(all, standard)
  expect(licences.length).toBeGreaterThan(80)
  expect(licences.filter(({ text }) => text.length < 100)).toEqual([])
  expect(licences.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['better-sqlite3', 'electron-updater', 'react', 'zod']),
  )
})

it('a package without a licence, under another one, or without its words cannot be shipped', () => {
  expect(() => licenceOf(packed('nothing', {}, 'LICENSE'), standard)).toThrow(
    'nothing 1.0.0 names no licence',
  )
  expect(() => licenceOf(packed('copyleft', { license: 'GPL-3.0' }, 'COPYING'), standard)).toThrow('GPL-3.0')
  expect(() => licenceOf(packed('both', { license: 'MIT AND GPL-3.0' }, 'LICENSE'), standard)).toThrow('GPL')
  expect(() => licenceOf(packed('mute', { license: 'BSD-3-Clause' }), standard)).toThrow('ships no words')
  expect(licenceOf(packed('either', { license: '(GPL-2.0 OR MIT)' }, 'licence.md'), standard)).toMatchObject({
    licence: 'MIT',
    text: 'The words.',
  })
  const forgot = licenceOf(packed('forgot', { license: 'MIT', author: { name: 'Ada' } }), standard)
  expect(forgot.text).toContain('Copyright (c) Ada')
})

it('the package of a bundled module is found in its path', () => {
  expect(packageOf('/p/node_modules/@a/b/dist/x.js?commonjs')).toBe('/p/node_modules/@a/b')
  expect(packageOf('\0/p/node_modules/a/node_modules/b/x.js')).toBe('/p/node_modules/a/node_modules/b')
  expect(packageOf('/p/src/main/index.ts')).toBeUndefined()
})
