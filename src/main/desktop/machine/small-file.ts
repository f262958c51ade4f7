import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'

/** What a small file of this machine holds; undefined where there is none, or where it is broken: it is never a reason not to start. */
export function readSmallFile<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Writes it whole or not at all; answers whether the disk took it. */
export function writeSmallFile(file: string, content: unknown): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify(content, null, 2))
    renameSync(`${file}.part`, file)
    return true
  } catch {
    return false
  }
}
