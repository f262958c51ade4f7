import { lstat } from 'node:fs/promises'
import path from 'node:path'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** Where a store keeps its recordings: a folder beside its file, which goes with it when the store is moved. */
export const recordingFolderOf = (storeFile: string): string => {
  const { dir, name } = path.parse(path.resolve(storeFile))
  return path.join(dir, `${name}-recordings`)
}

const longestName = 80

/** A name that every system takes as one, and that leads nowhere: the file's own, without what could be a path. */
export const safeFileName = (fileName: string): string => {
  const bare = (fileName.split(/[/\\]/).at(-1) ?? '').normalize('NFC')
  const plain = bare.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '-').replace(/^[. ]+|[. ]+$/g, '')
  const { name, ext } = path.posix.parse(plain)
  const ending = [...ext].slice(0, 8).join('')
  return `${[...name].slice(0, longestName).join('') || 'recording'}${ending}`
}

/** Where a new recording goes, below the folder, with `/` on every system. */
export const placeOf = (recordingId: string, on: BusinessDate, fileName: string): string =>
  `${on.slice(0, 7)}/${recordingId}-${safeFileName(fileName)}`

/** The file of a place below the folder; undefined for one that would lead out of it. */
export function fileOf(folder: string, place: string): string | undefined {
  const file = path.resolve(folder, ...place.split('/'))
  const inside = path.relative(path.resolve(folder), file)
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file
}

/** A regular file below the folder, never a link to somewhere else; undefined when it is not there. */
export async function findFile(
  folder: string,
  place: string,
): Promise<{ readonly file: string; readonly bytes: number } | undefined> {
  const file = fileOf(folder, place)
  if (file === undefined) return undefined
  const found = await lstat(file).catch(() => undefined)
  return found?.isFile() ? { file, bytes: found.size } : undefined
}
