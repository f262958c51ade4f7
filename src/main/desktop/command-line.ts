import path from 'node:path'
import { locale as localeSchema, type Locale } from '#shared/contract/setup.ts'

export interface CommandLine {
  /** Opens this store file instead of the one of this machine. */
  readonly storeFile: string | undefined
  readonly locale: Locale | undefined
  readonly openDemoIfEmpty: boolean
}

/** Reads the application's own arguments; those of Electron and Chromium are none of its business. */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const valueOf = (name: string) =>
    args.findLast((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3) || undefined
  const store = valueOf('store')
  return {
    storeFile: store === undefined ? undefined : path.resolve(folder, store),
    locale: localeSchema.safeParse(valueOf('lang')).data,
    openDemoIfEmpty: args.includes('--open-demo-if-empty'),
  }
}
