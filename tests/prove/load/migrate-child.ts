// A process of its own that opens a store of a past schema: `node migrate-child.ts FILE [DIES-AT]`. It says how many statements that
// took; told where to die, it is killed right before that one.
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openApplication } from '#main/application/open-application.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'

const [file = '', diesAt] = process.argv.slice(2)
let statements = 0
function count(): void {
  statements += 1
  if (statements === Number(diesAt)) process.kill(process.pid, 'SIGKILL')
}
// The product knows nothing of it: each statement that it prepares is counted on the way.
// oxlint-disable-next-line typescript/unbound-method -- it is called with the connection it was called on
const prepare = Database.prototype.prepare
Database.prototype.prepare = function counted(this: Database.Database, sql: string) {
  count()
  return prepare.call(this, sql)
} as typeof prepare

writeSync(1, 'opening\n')
const application = openApplication({ file, migrationsFolder })
writeSync(1, `opened ${statements}\n`)
application.close()
