// node scripts/boundaries.mjs: who imports whom, by .dependency-cruiser.mjs; fails too when it did not see every file.
import fs from 'node:fs'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import rules from '../.dependency-cruiser.mjs'
import { isEntry, root } from './tools.mjs'

/** The violations in src, the number of modules seen, and the sources not seen (a compiler too new is blind, silently). */
export async function checkBoundaries() {
  process.chdir(root)
  const { options, ...ruleSet } = rules
  const tsConfig = extractTSConfig(path.join(root, options.tsConfig.fileName))
  const cruised = await cruise(['src'], { ...options, ruleSet, validate: true }, undefined, { tsConfig })
  const { modules, summary } = cruised.output
  const seen = new Set(modules.map((module) => module.source))
  const sources = fs
    .globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.d.ts'))
  return {
    count: summary.totalCruised,
    unseen: sources.filter((file) => !seen.has(file)),
    violations: summary.violations.map(
      ({ rule, from, to, cycle }) =>
        `${rule.name}: ${from} → ${cycle?.map((step) => step.name).join(' → ') ?? to}`,
    ),
  }
}

if (isEntry(import.meta)) {
  const { count, unseen, violations } = await checkBoundaries()
  for (const violation of violations) console.log(violation)
  if (unseen.length > 0) console.log(`not seen, so not checked: ${unseen.join(', ')}`)
  console.log(`${violations.length} violations in ${count} modules`)
  process.exitCode = count > 0 && unseen.length === 0 && violations.length === 0 ? 0 : 1
}
