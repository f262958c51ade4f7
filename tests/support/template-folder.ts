import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the processes of one run of tests keep the store that they all copy; goes with the run. */
// oxlint-disable-next-line no-default-export -- the test runners ask for it
export default function makeTemplateFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-templates-'))
  process.env['SHOWROOM_TEMPLATES'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
