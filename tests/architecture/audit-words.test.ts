import { getTableName, is, Table } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as schema from '#main/store/schema/index.ts'
import { contract } from '#shared/contract/index.ts'
import { texts } from '#shared/text/index.ts'

const commands = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs)
    .filter(([, { kind }]) => kind === 'command')
    .map(([verb]) => `${noun}_${verb}`),
)
const tables = Object.values(schema).flatMap((each) => (is(each, Table) ? [getTableName(each)] : []))

describe.each(['zh-CN', 'en'] as const)('the audit trail in %s', (locale) => {
  const { calls, tables: named } = texts[locale].audit

  it('says of every command what it does', () => {
    expect(commands.filter((command) => !(command in calls))).toEqual([])
  })

  it('says of every table what it holds', () => {
    expect(tables.filter((table) => !(table in named))).toEqual([])
  })
})
