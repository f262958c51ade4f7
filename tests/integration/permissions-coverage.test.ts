import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import { declarations } from '#shared/contract/index.ts'
import { roles } from '#shared/domain/codes.ts'

/** Commands whose reach is narrower than the store, and that no matrix of role × call × own/team/other asks: where they are proved. */
const elsewhere: Readonly<Record<string, string>> = {
  'session.changePassword': 'of its own caller alone',
  'session.confirm': 'of its own caller alone',
  'session.lock': 'of its own caller alone',
  'session.removePin': 'of its own caller alone',
  'session.setPin': 'of its own caller alone',
  'session.signOut': 'of its own caller alone',
  'session.unlock': 'of its own caller alone',
  'customers.register': 'register.test.ts: makes a row, and whose it may be is proved there',
  'leads.add': 'leads-rights.test.ts: makes a row, and whose it may be is proved there',
  'leads.import': 'leads-import.test.ts: makes rows, and whose they may be is proved there',
  'leads.undoImport': 'leads-import-undo.test.ts: names a ledger, which is its importer’s',
  'visits.register': 'visits-rights.test.ts: makes a row, and whose it may be is proved there',
  'followUps.recordForAnother': 'about another’s customer by its nature; asked in claims.test.ts',
  'claims.file': 'claims-permissions.test.ts: about another’s customer by its nature',
  'recordings.attach': 'asked in recordings.test.ts by its verb',
  'recordings.listen': 'asked in recordings.test.ts by its verb',
  'recordings.match': 'asked in recordings.test.ts by its verb',
  'recordings.scan': 'recordings-scan.test.ts: names no row',
  'dailyCheck.sign': 'signed-checks.test.ts: signs the caller’s own sheet',
  'dailyCheck.exportSheet': 'check-export.test.ts: the sheet that dailyCheck.get shows its caller',
  'exports.list': 'exports.test.ts: asks the query of the screen as its caller',
  'forms.export': 'forms-export.test.ts: asks the query of the form as its caller',
  'penalties.exportMonth':
    'the sheet that penalties.monthSheet shows its caller, who is asked in permissions-reading.test.ts',
  'outputs.record': 'names no row',
}

const folder = import.meta.dirname
const matrices = globSync('*.test.ts', { cwd: folder })
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))
  .filter(({ file, text }) => text.includes('reach-matrix.ts') && file !== 'permissions-coverage.test.ts')
/** Keys of tables of probes, and calls that a matrix or a table of rows names outright. */
const callsIn = (text: string): string[] => [
  ...[...text.matchAll(/^ {2}'([a-zA-Z]+\.[a-zA-Z]+)': /gm)].map(([, call]) => call ?? ''),
  ...[
    ...text.matchAll(/matrixOf\(\[([^\]]*)\]/g),
    ...text.matchAll(/it\.each\(\s*\[([^\]]*)\]\.flatMap/g),
  ].flatMap(([, list = '']) => [...list.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map(([, call]) => call ?? '')),
]
const asked = new Set(matrices.flatMap(({ text }) => callsIn(text)))

describe('the matrix of rights (S2)', () => {
  const narrow = declarations.filter(([, { access, kind }]) => {
    if (access === 'public' || kind !== 'command') return false
    return roles.some((role) => ['own', 'team'].includes(reachOf(role, access) ?? ''))
  })

  it('asks every command whose reach ends before the store does for one’s own row, the team’s and another’s', () => {
    expect(matrices.length).toBeGreaterThan(5)
    expect(narrow.length).toBeGreaterThan(40)
    expect(narrow.map(([call]) => call).filter((call) => !asked.has(call) && !(call in elsewhere))).toEqual(
      [],
    )
  })

  it('excuses no command that it asks, or that there is not', () => {
    const calls = new Set(narrow.map(([call]) => call))
    expect(Object.keys(elsewhere).filter((call) => asked.has(call) || !calls.has(call))).toEqual([])
  })

  it('finds the tests that its excuses name', () => {
    const named = Object.values(elsewhere).flatMap((why) => why.match(/^[\w-]+\.test\.ts/) ?? [])
    for (const [call, why] of Object.entries(elsewhere)) {
      const [file] = why.match(/^[\w-]+\.test\.ts/) ?? []
      if (file)
        expect([call, readFileSync(path.join(folder, file), 'utf8').includes(call)]).toEqual([call, true])
    }
    expect(named.length).toBeGreaterThan(5)
  })
})
