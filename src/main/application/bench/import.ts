import type { Answer } from '../open-application.ts'
import { writeLedger } from '../seed/ledger.ts'
import type { Copies } from './acts.ts'
import { bareAct, sitDown, type Desk } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'

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
  copies: Copies,
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
    { name: `import ${around.rows} rows`, size: around.size, kind: 'import' },
    [took],
    [floorTook],
  )
}
