import type { CallOutput } from '../../api/calls.ts'

/** One backup, as every list of them shows it. */
export type Backup = CallOutput<'backups.list'>['backups'][number]

/** In what a store is counted. */
export const countNames = [
  'customers',
  'opportunities',
  'followUps',
  'plans',
  'visits',
  'leads',
  'staff',
] as const

/** A backup by its place and name. */
export const keyOf = ({ place, name }: Pick<Backup, 'place' | 'name'>) => `${place} ${name}`

const kilo = 1024
/** A size in bytes for people: 640 KB, 1.2 MB, 23 GB. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(kilo)))
  const value = bytes / kilo ** power
  return `${value >= 100 || power === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${units[power] ?? ''}`
}
