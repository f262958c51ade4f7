import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isSameFile } from '#main/platform/file-system.ts'

it('a store is known again however the way to it is written, also before it is there', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-same-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true }))
  const file = path.join(folder, '店 数据.db')
  const link = path.join(folder, '快捷方式')
  fs.symlinkSync(folder, link)
  const roundAbout = path.join(link, '店 数据.db')
  expect(isSameFile(file, roundAbout)).toBe(true)
  fs.writeFileSync(file, '')
  expect(isSameFile(file, roundAbout)).toBe(true)
  expect(isSameFile(file, path.join(folder, 'other.db'))).toBe(false)
})
