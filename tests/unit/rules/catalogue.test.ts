import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const table = readFileSync('src/main/rules/README.md', 'utf8')
const rows = table.split('\n').filter((line) => line.startsWith('| R-'))

it('every file of a rule has its row', () => {
  const files = globSync('src/main/rules/**/*.ts').map((file) =>
    file.replaceAll('\\', '/').slice('src/main/rules/'.length),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => !rows.some((row) => row.includes(`\`${file}\``)))).toEqual([])
})

it('every row names a test that exists', () => {
  for (const row of rows) {
    const tests = [...row.matchAll(/`([\w/-]+\.test\.ts)`/g)].map((match) => match[1] ?? '')
    expect(tests, row).not.toEqual([])
    expect(
      tests.filter((test) => !existsSync(`tests/unit/${test}`)),
      row,
    ).toEqual([])
  }
})
