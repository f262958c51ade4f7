import { writeFileSync } from 'node:fs'
import type { Answer } from '../open-application.ts'
import { bareAct, sitDown, type Desk } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'

/** A number block that no seeded customer has. */
const firstMobile = 16_600_000_000
const header = '客户姓名,电话,销售顾问,级别,意向车型,来店日期,备注'
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高']
const given = [...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超霞平刚']
const grades = ['H', 'A', 'B', 'C']

/** Writes a ledger of so many rows as a store keeps it, each a new customer. */
export function writeLedger(file: string, rows: number, consultants: readonly string[]): void {
  const lines = Array.from({ length: rows }, (_, i) => {
    const name = `${surnames[i % surnames.length] ?? ''}${given[(i >> 4) % given.length] ?? ''}`
    const day = String((i % 27) + 1).padStart(2, '0')
    return `${name},${firstMobile + i},${consultants[i % consultants.length] ?? ''},${grades[i % grades.length] ?? ''},帕萨特,2026-02-${day},想要白色`
  })
  writeFileSync(file, [header, ...lines].join('\n'))
}

const importInto = async (desk: Desk, path: string): Promise<void> => {
  const { token } = desk.signedIn('director')
  const answer: Answer = await desk.application.answerAsync('imports.run', { path }, { token })
  if (!answer.ok) throw new Error(`imports.run: ${answer.error.message}`)
}

/**
 * The import of a ledger, from the file to what is saved durably. Its floor: the same writes, replayed without the product on another
 * copy of the same file; reading and checking the ledger is not in it.
 */
export async function measureImport(
  copies: {
    readonly plain: string
    readonly traced: string
    readonly bare: string
    readonly migrationsFolder: string
  },
  around: { readonly size: string; readonly rows: number; readonly ledger: string },
): Promise<Measured> {
  const { migrationsFolder } = copies
  const traced = sitDown({ file: copies.traced, migrationsFolder, traced: true })
  const { rows: staff } = traced.ask<{ rows: { name: string; role: string; status: string }[] }>(
    'staff.list',
    undefined,
    traced.signedIn('director').token,
  )
  const consultants = staff
    .filter(({ role, status }) => role === 'consultant' && status === 'active')
    .map(({ name }) => name)
  writeLedger(around.ledger, around.rows, consultants)
  traced.takeTrace()
  await importInto(traced, around.ledger)
  const writes = traced.takeWrites()
  traced.close()
  const floor = sitDown({ file: copies.bare, migrationsFolder })
  const replay = bareAct(floor, writes)
  const floorTook = timed(replay)
  floor.close()
  const plain = sitDown({ file: copies.plain, migrationsFolder })
  const start = performance.now()
  await importInto(plain, around.ledger)
  const took = performance.now() - start
  plain.close()
  return summarise(
    { name: `import ${around.rows} rows`, size: around.size, kind: 'save' },
    [took],
    [floorTook],
  )
}
