import path from 'node:path'
import { linkScheme, pageOfLink } from '#shared/contract/pages.ts'
import { locale as localeSchema, type Locale } from '#shared/contract/setup.ts'

export interface CommandLine {
  /** Opens this store file instead of the one of this machine. */
  readonly storeFile: string | undefined
  readonly locale: Locale | undefined
  readonly openDemoIfEmpty: boolean
  /** The page of a link that the system started the application with. */
  readonly page: string | undefined
  /** How many links were none of ours. */
  readonly refusedLinks: number
}

/** Reads the application's own arguments; those of Electron and Chromium are none of its business. */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  // The system puts a link behind a bare `--`: whatever is in it, it chooses nothing.
  const end = args.indexOf('--')
  const own = end === -1 ? args : args.slice(0, end)
  const valueOf = (name: string) =>
    own.findLast((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3) || undefined
  const store = valueOf('store')
  const links = args.filter((each) => each.toLowerCase().startsWith(`${linkScheme}:`))
  const pages = links.flatMap((each) => pageOfLink(each) ?? [])
  return {
    storeFile: store === undefined ? undefined : path.resolve(folder, store),
    locale: localeSchema.safeParse(valueOf('lang')).data,
    openDemoIfEmpty: own.includes('--open-demo-if-empty'),
    page: pages.at(-1),
    refusedLinks: links.length - pages.length,
  }
}
