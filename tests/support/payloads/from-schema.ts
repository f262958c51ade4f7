import type { z } from 'zod'
import type { Chance } from './chance.ts'
import { nastyText } from './nasty.ts'

/** What fits a field by its name: ids that exist, dates near today, phones. Undefined where the name tells nothing. */
export type Known = (key: string, chance: Chance) => unknown

/** The part of zod's own description of a schema that is read here. */
interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly getter?: () => z.ZodType
}
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def

const someText = (chance: Chance): string =>
  chance.pick([
    '王伟',
    '李娜',
    '客户要求改期',
    '途昂',
    'a',
    '1',
    'H',
    '2026-03-04',
    '09:30',
    '上海',
    '13900139000',
  ])

/** A value of about the shape that a schema asks for; names of fields are filled by what is known of them. */
export function fromSchema(
  schema: z.ZodType | undefined,
  known: Known,
  chance: Chance,
  key = '',
  depth = 0,
): unknown {
  if (!schema || depth > 12) return null
  const def = defOf(schema)
  const inner = (next: z.ZodType | undefined, name = key) => fromSchema(next, known, chance, name, depth + 1)
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return chance.yes(0.5) ? undefined : inner(def.innerType)
    case 'nullable':
      return chance.yes(0.3) ? null : inner(def.innerType)
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'lazy':
      return inner(def.getter?.())
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([name, each]) => [name, inner(each, name)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'array':
      return Array.from({ length: chance.below(4) }, () => inner(def.element))
    case 'tuple':
      return (def.items ?? []).map((each) => inner(each))
    case 'record':
      return Object.fromEntries(
        Array.from({ length: chance.below(3) }, () => [
          String(inner(def.keyType, 'key')),
          inner(def.valueType),
        ]),
      )
    case 'union':
      return inner(chance.pick(def.options ?? []))
    case 'literal':
      return chance.pick(def.values ?? [null])
    case 'enum':
      return chance.pick(Object.values(def.entries ?? {}))
    case 'boolean':
      return chance.yes(0.5)
    case 'number':
      return known(key, chance) ?? chance.pick([0, 1, 2, 3, 7, 30, 100, 2026])
    case 'null':
      return null
    case 'string':
      return known(key, chance) ?? (chance.yes(0.1) ? nastyText(chance) : someText(chance))
    default:
      return known(key, chance) ?? someText(chance)
  }
}

/** Replaces, adds or takes away one part of a payload, somewhere. */
export function mutated(value: unknown, other: () => unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.yes(0.2)) return other()
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.yes(0.3)) return [...(value as unknown[]), other()]
    const at = chance.below(value.length)
    return value.map((each: unknown, index) => (index === at ? mutated(each, other, chance) : each))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || chance.yes(0.15))
    return { ...value, [chance.pick(['extra', 'staffId', 'ownerId', 'role', 'now', 'constructor'])]: other() }
  const at = chance.below(entries.length)
  if (chance.yes(0.2)) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([name, each], index) => [name, index === at ? mutated(each, other, chance) : each]),
  )
}
