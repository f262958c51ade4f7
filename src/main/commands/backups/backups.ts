import { refuse } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'

const soon = (): never => refuse('NOT_FOUND', { what: 'backup' })

/** What was prepared is told: backups are files, and files are read before a call begins. */
export const backups: HandlersOf<'backups'> = {
  list: () => ({
    backups: [],
    folder: '',
    freeBytes: null,
    lastAt: null,
    changed: false,
    nextAt: null,
    lastFailure: null,
    second: null,
    lastRestore: null,
  }),
  make: soon,
  check: soon,
  setFolder: soon,
  preview: soon,
  restore: soon,
  undoRestore: soon,
}
