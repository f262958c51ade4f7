import { expect, it } from 'vitest'
import { files, read } from './sources.ts'

/** Hosts that mean no place to fetch from: names of XML vocabularies, and addresses kept for examples. */
const HARMLESS = [
  'www.w3.org',
  'localhost',
  '127.0.0.1',
  'example.com',
  'example.org',
  'schemas.openxmlformats.org',
]

// Listed from the disk, not by git: whoever has the sources alone can run the tests too.
const kinds = '{ts,tsx,mjs,c,css,html,json,yml,md,sh,sql}'
const sources = files(
  `*.${kinds}`,
  `{src,tests,scripts,docs,drizzle}/**/*.${kinds}`,
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  '.npmrc',
  '.ci/*',
)

it('no file names a host to fetch from', () => {
  const named = sources
    .filter((file) => file !== 'package-lock.json')
    .flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/([\w.-]+)/g)]
        .filter(([, host = '']) => !HARMLESS.includes(host))
        .map(([address]) => `${file}: ${address}`),
    )
  expect(sources).toEqual(expect.arrayContaining(['.ci/run', '.npmrc', 'README.md', 'scripts/run.mjs']))
  expect(sources.length).toBeGreaterThan(500)
  expect(named).toEqual([])
})

it('the lock file says what to install, not where from', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "http/)
})
