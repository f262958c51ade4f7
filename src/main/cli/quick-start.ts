import { enableCompileCache, registerHooks } from 'node:module'
import path from 'node:path'

/*
 * Makes a short-lived process start quickly; to be imported before anything else. drizzle-orm's package.json has
 * 179 kB, and Node reads it anew for each of its hundred modules only to learn that they are modules: saying so spares
 * a quarter of a second. What Node compiled, types stripped, is kept for the next start.
 */
const drizzle = '/node_modules/drizzle-orm/'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.includes(drizzle)
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/cli'))
