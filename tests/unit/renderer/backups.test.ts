import { expect, it } from 'vitest'
import { saidByDesktop } from '../../../src/renderer/api/said-by-desktop.ts'
import { sayBytes } from '../../../src/renderer/ui/backups/backup.ts'

it.each([
  [0, '0 B'],
  [640, '640 B'],
  [1024, '1 KB'],
  [936 * 1024, '936 KB'],
  [12_478_000, '11.9 MB'],
  [250 * 1024 ** 2, '250 MB'],
  [65.7 * 1024 ** 3, '65.7 GB'],
  [3 * 1024 ** 4, '3 TB'],
  [5000 * 1024 ** 4, '5000 TB'],
])('a size of %d bytes reads %s', (bytes, said) => {
  expect(sayBytes(bytes)).toBe(said)
})

it.each([
  ["Error invoking remote method 'desktop': Error: 文件没有写出", '文件没有写出'],
  ["Error invoking remote method 'desktop': TypeError: no", 'no'],
  ['the trace was refused', 'the trace was refused'],
])('what the desktop says of a failure is told without what stands around it: %s (P6)', (message, said) => {
  expect(saidByDesktop(new Error(message))).toBe(said)
})
