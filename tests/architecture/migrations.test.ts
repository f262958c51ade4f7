import { expect, it } from 'vitest'
import { files, read } from './sources.ts'

type Journal = { entries: { idx: number; when: number; tag: string }[] }
const entries = () => (JSON.parse(read('drizzle/meta/_journal.json')) as Journal).entries

it('each migration is younger than the one before it, or it would be skipped without a word', () => {
  const times = entries().map(({ when }) => when)
  expect(times.length).toBeGreaterThan(0)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
})

it('the journal lists exactly the migrations that lie beside it', () => {
  expect(entries().map(({ tag }) => `drizzle/${tag}.sql`)).toEqual(files('drizzle/*.sql'))
})
