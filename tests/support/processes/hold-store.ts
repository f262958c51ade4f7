// A process that has a store open until it is killed: `node hold-store.ts FILE`. Says OPEN, or how it was refused.
import { openStore, closeStore } from '#main/store/open.ts'
import { Refusal } from '#shared/errors.ts'

const [file = '', migrationsFolder = ''] = process.argv.slice(2)
try {
  const store = openStore(file, { migrationsFolder })
  process.stdout.write('OPEN\n')
  process.stdin.once('data', () => {
    closeStore(store)
    process.exit()
  })
} catch (error) {
  process.stdout.write(`${error instanceof Refusal ? error.code : String(error)}\n`)
}
