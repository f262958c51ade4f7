import { z } from 'zod'
import { readSmallFile, writeSmallFile } from '#main/desktop/machine/small-file.ts'

const schema = z.strictObject({ on: z.string().max(10), keys: z.array(z.string().max(300)).max(5000) })

/** What was told of one day, kept in a file so that a restart does not tell it again. */
export interface ToldNotices {
  readonly of: (on: string) => ReadonlySet<string>
  readonly add: (on: string, keys: readonly string[]) => void
}

export function openToldNotices(file: string): ToldNotices {
  let told = readSmallFile(file, schema) ?? { on: '', keys: [] }
  return {
    of: (on) => new Set(told.on === on ? told.keys : []),
    add: (on, keys) => {
      told = { on, keys: [...(told.on === on ? told.keys : []), ...keys] }
      writeSmallFile(file, told)
    },
  }
}
