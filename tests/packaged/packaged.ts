import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What `npm run package:smoke` packaged: as users get it, and the one that Playwright may drive (one fuse differs). */
const output = path.resolve(import.meta.dirname, '../../release-smoke')
export const binaryName = 'showroom-cadence'
export const release = path.join(output, 'release')
export const driven = path.join(output, 'driven')

/** A folder that goes with the test that made it. */
export function scratch(): { readonly path: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-packaged-'))
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** The same application in another folder: linked, but for the files named, which are copies and may be spoilt. */
export function copyOf(folder: string, to: string, own: readonly string[]): string {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file)
    const copy = path.join(to, name)
    if (!entry.isFile()) continue
    fs.mkdirSync(path.dirname(copy), { recursive: true })
    if (own.includes(name)) fs.copyFileSync(file, copy)
    else fs.linkSync(file, copy)
  }
  return to
}

export interface Started {
  /** What it printed, on both streams. */
  readonly output: string
  /** From the start of the process to the line that was waited for, in milliseconds; null where it never came. */
  readonly tookMs: number | null
}

interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The line that ends the wait. */
  readonly until: RegExp
  /** How long it is waited for, in milliseconds. */
  readonly patience?: number
  /** Asks something of it while it runs. */
  readonly meanwhile?: () => Promise<void>
}

/** Starts a program by its file, without Playwright, waits for a line, and ends it. */
export async function start(file: string, options: StartOptions): Promise<Started> {
  const { args = [], env = {}, until, patience = 15_000, meanwhile } = options
  const noSandbox = process.env['NO_SANDBOX'] ? ['--no-sandbox'] : []
  const began = performance.now()
  const child = spawn(file, [...args, ...noSandbox], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const tookMs = await new Promise<number | null>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (until.test(output)) resolve(performance.now() - began)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => resolve(null))
    setTimeout(() => resolve(null), patience)
  })
  await meanwhile?.()
  child.kill('SIGTERM')
  const hurry = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await ended
  clearTimeout(hurry)
  return { output, tookMs }
}

export const usable = /\[showroom\] window usable.*\n/

/** The size of a folder in bytes, each file once. */
export const sizeOf = (folder: string): number =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0)
