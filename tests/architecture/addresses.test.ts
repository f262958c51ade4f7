import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { read, root } from './sources.ts'

/** Hosts that mean no place to fetch from: names of XML vocabularies, and addresses kept for examples. */
const HARMLESS = [
  'www.w3.org',
  'localhost',
  '127.0.0.1',
  'example.com',
  'example.org',
  'schemas.openxmlformats.org',
]

// A checkout may belong to another user than the one that tests it.
const list = ['-c', 'safe.directory=*', 'ls-files', '-z']
const tracked = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => fs.existsSync(path.join(root, file)))
  .filter((file) => /\.(ts|tsx|mjs|c|css|html|json|yml|md|sh)$|^\.ci\/|^\.npmrc$/.test(file))

it('no file names a host to fetch from', () => {
  const named = tracked
    .filter((file) => file !== 'package-lock.json')
    .flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/([\w.-]+)/g)]
        .filter(([, host = '']) => !HARMLESS.includes(host))
        .map(([address]) => `${file}: ${address}`),
    )
  expect(tracked.length).toBeGreaterThan(50)
  expect(named).toEqual([])
})

it('the lock file says what to install, not where from', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "http/)
})
