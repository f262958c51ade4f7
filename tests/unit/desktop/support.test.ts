import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, it, vi } from 'vitest'
import { blacken, makeLog } from '#main/desktop/support/log.ts'
import { makeDeaths } from '#main/desktop/thread/deaths.ts'
import { systemClock } from '#main/platform/clock.ts'
import { makePageProblems } from '#main/desktop/windows/page-problems.ts'
import { factsFile, readLogs, zipOf } from '#main/desktop/support/support-files.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-support-'))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

it.each([
  [
    'SyntaxError: Unexpected token, "{"name":"王建国"}" is not valid JSON',
    'SyntaxError: Unexpected token, "…"name"…"**"…" is not valid JSON',
  ],
  ['cannot read /home/张三/数据/store.db', 'cannot read /home/~/**/store.db'],
  [
    'at x (file:///C:/Users/Zhang San/AppData/Local/Programs/app.asar/out/main/index.js:1:2)',
    'at x (file:///C:/Users/~/AppData/Local/Programs/app.asar/out/main/index.js:1:2)',
  ],
  [
    "EPERM: operation not permitted, mkdir 'C:\\Users\\Zhang San'",
    "EPERM: operation not permitted, mkdir 'C:\\Users\\~'",
  ],
  ['no room in /home/zhangsan', 'no room in /home/~'],
  ['at x (file:///D:/%E5%BC%A0%E4%B8%89/app/index.js:1:2)', 'at x (file:///D:/**/app/index.js:1:2)'],
  ['Error: no customer 欧阳·建国', 'Error: no customer **'],
  ['unknown "John Smith"', 'unknown "…"'],
  [
    'TypeError: x is not a function\n    at run (app.js:1:2)',
    'TypeError: x is not a function\n    at run (app.js:1:2)',
  ],
])('%j goes into the log without the words of people', (text, written) => {
  expect(blacken(text)).toBe(written)
})

it('what an older version wrote is blackened when it is collected', () => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'showroom.log'), 'ERROR x: 王建国 13800138000\n')
  fs.writeFileSync(path.join(folder, 'notes.txt'), '王建国')
  const files = [factsFile('machine', { versions: 1 }), ...readLogs(folder)]
  const zip = unzipSync(zipOf(files))
  expect(Object.keys(zip)).toEqual(['machine.json', 'logs/showroom.log'])
  expect(strFromU8(zip['logs/showroom.log'] ?? new Uint8Array())).toBe('ERROR x: ** *******\n')
})

it('errors are noted and deaths counted by the time that passes, whatever the clock of the machine says', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  try {
    vi.advanceTimersByTime(120_000)
    const lines: string[] = []
    const note = makePageProblems({ error: (_area, text) => void lines.push(String(text)) })
    const deaths = makeDeaths()
    for (let each = 0; each < 30; each += 1) note(`error ${each}`)
    deaths.another()
    deaths.another()
    // The clock is set back by a year; two minutes pass.
    vi.setSystemTime(systemClock.now() - 365 * 24 * 3600_000)
    vi.advanceTimersByTime(120_000)
    note('later')
    expect(lines.slice(20)).toEqual(['10 more errors within a minute', 'later'])
    expect(deaths.another()).toBe(false)
    // Control: three deaths within a minute are too many.
    deaths.another()
    expect(deaths.another()).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

it('a page gone wrong fills no disk', () => {
  const lines: string[] = []
  const note = makePageProblems({ error: (_area, text) => void lines.push(String(text)) })
  for (let each = 0; each < 500; each += 1) note(`error ${each}`)
  expect(lines).toHaveLength(20)
  expect(readLogs(path.join(folder, 'none'))).toEqual([])
  makeLog(folder).error('page', new Error('王建国'))
  expect(readLogs(folder)[0]?.text).not.toContain('王')
})
