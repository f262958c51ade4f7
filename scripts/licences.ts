// The licences of everything that is shipped: read out of the packages whose modules really are in the bundles, and of those
// that lie beside them. A package without a licence, or under one that nobody agreed to, fails the build.
import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Licences that allow shipping within a closed product against naming their authors. Anything else is looked at by a person first. */
export const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]

/** Where the standard words lie. */
export const standardTexts = 'resources/licences'

const textNames = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** One package that is shipped, and its licence. */
export interface Licence {
  readonly name: string
  readonly version: string
  /** By its SPDX name. */
  readonly licence: string
  readonly text: string
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifestOf = (folder: string) =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder of the package that a module belongs to; undefined for the project's own. */
export function packageOf(id: string): string | undefined {
  const file = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)
  return found?.[1]
}

/**
 * What stands in the folder of one package: its name, version, licence and the words of it. Throws where it may not be shipped.
 * A package that forgot the words gets the standard ones, with its author, out of `standard`.
 */
export function licenceOf(folder: string, standard: string): Licence {
  const { name, version, license, licenses, author } = manifestOf(folder)
  const said = typeof license === 'object' ? license.type : (license ?? licenses?.[0]?.type)
  if (typeof said !== 'string') throw new Error(`${name} ${version} names no licence`)
  const choices = said.replace(/[()]/g, '').split(/\s+OR\s+/)
  const licence = choices.find((each) => each.split(/\s+AND\s+/).every((part) => allowed.includes(part)))
  if (!licence)
    throw new Error(`${name} ${version}: the licence ${said} is not on the list of scripts/licences.ts`)
  const texts = fs
    .readdirSync(folder)
    .filter((file) => textNames.test(file))
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim())
  const standardText = () => {
    const file = path.join(standard, `${licence}.txt`)
    if (!fs.existsSync(file)) throw new Error(`${name} ${version} ships no words of its licence, ${licence}`)
    return fs
      .readFileSync(file, 'utf8')
      .trim()
      .replace('{{author}}', (typeof author === 'object' ? author.name : author) ?? `the authors of ${name}`)
  }
  return { name, version, licence, text: texts.join('\n\n') || standardText() }
}

/** The packages that are shipped as they are, and what they need at run time: the `dependencies` of package.json. */
export function shippedFolders(from: string, seen = new Set<string>()): Set<string> {
  const { dependencies = {} } = manifestOf(from)
  for (const name of Object.keys(dependencies)) {
    const folder = resolve(from, name)
    if (seen.has(folder)) continue
    seen.add(folder)
    shippedFolders(folder, seen)
  }
  return seen
}

/** Where Node finds a package that another one names. */
function resolve(from: string, name: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name)
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder
    if (at === path.dirname(at)) throw new Error(`${name}, which ${from} needs, is not installed`)
  }
}

/** The licences of these folders, one a name and version, in order. */
export function licencesOf(folders: Iterable<string>, standard: string): Licence[] {
  const all = [...folders].map((each) => licenceOf(each, standard))
  const byName = new Map(all.map((each) => [`${each.name} ${each.version}`, each]))
  return [...byName.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version),
  )
}

/** One text of them all, for whoever opens the folder of the installed program. */
export function asText(licences: readonly Licence[], electron: Licence): string {
  const head = [
    'Showroom Cadence contains the works of others, under the licences below.',
    `It runs in ${electron.name} ${electron.version} (${electron.licence}); LICENSE.electron.txt and LICENSES.chromium.html beside`,
    'the program are the licences of Electron, Chromium, Node.js and all that they contain. SQLite is in the public domain.',
  ].join('\n')
  const parts = licences.map(
    ({ name, version, licence, text }) => `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${text}`,
  )
  return `${[head, ...parts].join('\n\n')}\n`
}

const bundled = new Set<string>()

/**
 * A plugin of the build: each bundle adds its packages; the last one, the renderer, writes `licences.json` for the screen and
 * `out/licences.txt` for the package. Told the root, because the configuration of a build is itself bundled before it runs.
 */
export function licencesPlugin({ root, last = false }: { root: string; last?: boolean }): Plugin {
  const standard = path.join(root, standardTexts)
  return {
    name: 'showroom-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((each) =>
        each.type === 'chunk' ? Object.keys(each.modules) : [],
      )
      const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id))
      for (const folder of [...ids, ...styles].map(packageOf)) if (folder) bundled.add(folder)
      if (!last) return
      const licences = licencesOf([...bundled, ...shippedFolders(root)], standard)
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(licences) })
      const out = path.join(root, 'out')
      fs.mkdirSync(out, { recursive: true })
      fs.writeFileSync(
        path.join(out, 'licences.txt'),
        asText(licences, licenceOf(path.join(root, 'node_modules/electron'), standard)),
      )
    },
  }
}
