import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Locale } from '#shared/contract/setup.ts'
import type { Instant } from '#shared/time/instant.ts'

const login = z.object({ login: z.string(), password: z.string(), name: z.string(), role: z.string() })
/** How to sign in to the demo store: shown to everybody, because nothing in it is real. */
export type DemoLogin = z.infer<typeof login>

/** Makes a training store with a believable history up to `now`; answers how to sign in. */
export type SeedDemo = (options: {
  readonly file: string
  readonly migrationsFolder: string
  readonly now: Instant
  readonly locale: Locale
}) => readonly DemoLogin[] | Promise<readonly DemoLogin[]>

const remembered = z.object({ demo: z.boolean() })

/** The demo store of this machine: its files, and whether it was open last. */
export interface Demo {
  readonly file: string
  /** How to sign in; null while there is no demo store. */
  readonly logins: () => readonly DemoLogin[] | null
  /** Makes the store where there is none. Half a store never stands under its name. */
  readonly make: (now: Instant, locale: Locale) => Promise<void>
  readonly wasOpen: () => boolean
  readonly remember: (open: 'demo' | 'live') => void
}

export interface DemoOptions {
  readonly dataFolder: string
  readonly migrationsFolder: string
  readonly seedDemo: SeedDemo
}

const clear = (half: string) => {
  for (const suffix of ['', '-wal', '-shm', '.owner']) rmSync(half + suffix, { force: true })
}

/** Keeps the demo store in the data folder. */
export function makeDemo({ dataFolder, migrationsFolder, seedDemo }: DemoOptions): Demo {
  const file = path.join(dataFolder, 'demo.db')
  const loginsFile = path.join(dataFolder, 'demo.json')
  const sessionFile = path.join(dataFolder, 'session.json')

  const readJson = <T>(from: string, schema: z.ZodType<T>): T | undefined => {
    if (!existsSync(from)) return undefined
    try {
      return schema.safeParse(JSON.parse(readFileSync(from, 'utf8'))).data
    } catch {
      return undefined // as good as absent: nothing in it that could not be chosen again
    }
  }
  const writeJson = (to: string, value: unknown) => {
    writeFileSync(`${to}.new`, JSON.stringify(value))
    renameSync(`${to}.new`, to)
  }
  const logins = () => (existsSync(file) ? (readJson(loginsFile, z.array(login)) ?? null) : null)

  return {
    file,
    logins,
    make: async (now, locale) => {
      if (existsSync(file)) return
      mkdirSync(dataFolder, { recursive: true })
      const half = `${file}.new`
      clear(half)
      writeJson(loginsFile, await seedDemo({ file: half, migrationsFolder, now, locale }))
      renameSync(half, file)
      clear(half)
    },
    wasOpen: () => readJson(sessionFile, remembered)?.demo ?? false,
    remember: (open) => {
      mkdirSync(dataFolder, { recursive: true })
      writeJson(sessionFile, { demo: open === 'demo' })
    },
  }
}
