/** One file of an archive. */
export interface ArchivedFile {
  readonly file: string
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}
export const releaseFuses: Readonly<Record<string, number>>
export function faultsOf(folder: string): Promise<string[]>
export function asarHeader(file: string): {
  readonly header: { readonly files: object }
  readonly hash: string
  readonly contentAt: number
}
export function filesOf(header: { readonly files: object }): Iterable<ArchivedFile>
