import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A folder that goes when the test is over. */
export const makeFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that goes when the tests of the file are over. */
export const temporaryFolderOfFile = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'showroom-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
