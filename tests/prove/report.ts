import { appendFileSync } from 'node:fs'

/** Says what a proof has measured, in one line: it is printed at the end of `npm run prove`, and stands in docs/promises.md. */
export function report(promise: string, figures: string): void {
  const file = process.env['PROOF_REPORT']
  const line = `${promise}  ${figures}`
  if (file) appendFileSync(file, `${line}\n`)
  else console.log(line)
}
