import { z } from 'zod'
import type { Reason } from './reasons.ts'

/** The codes that may cross a shell; everything else is INTERNAL with an incident number. */
export const errorCodes = [
  'VALIDATION_FAILED',
  'NOT_SIGNED_IN',
  'SIGN_IN_FAILED',
  'SESSION_LOCKED',
  'CONFIRM_AGAIN',
  'PERMISSION_DENIED',
  'NOT_FOUND',
  'STALE_VERSION',
  'DUPLICATE_CUSTOMER',
  'RULE_REFUSED',
  'CLOCK_BEHIND',
  'CLOCK_AHEAD',
  'FILE_REFUSED',
  'STORE_BUSY',
  'STORE_FULL',
  'STORE_READ_ONLY',
  'STORE_UNREACHABLE',
  'STORE_DAMAGED',
  'STORE_FROM_FUTURE',
  'STORE_NOT_MIGRATED',
  'INTERNAL',
] as const
export const errorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCode>

/** One wrong field: where it is, what is wrong with it, and what would be right (`data`). */
export interface Issue {
  readonly field: string
  readonly code: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** What an expected failure carries, by code. */
export interface ErrorData {
  readonly VALIDATION_FAILED: { readonly issues: readonly Issue[] }
  readonly NOT_SIGNED_IN: Record<string, never>
  readonly SIGN_IN_FAILED: { readonly retryAt?: number; readonly seconds?: number }
  /** S4 The session is locked: only its owner's PIN or password opens it. */
  readonly SESSION_LOCKED: Record<string, never>
  /** S4 The act asks for the password once more: it was given too long ago. */
  readonly CONFIRM_AGAIN: Record<string, never>
  readonly PERMISSION_DENIED: { readonly reasons: readonly Reason[] }
  readonly NOT_FOUND: { readonly what: string; readonly id?: string }
  readonly STALE_VERSION: { readonly version: number; readonly current: Readonly<Record<string, unknown>> }
  readonly DUPLICATE_CUSTOMER: {
    readonly customerId: string
    readonly name: string
    readonly ownerName: string | null
    readonly grade: string | null
    readonly phone: string
  }
  readonly RULE_REFUSED: { readonly reasons: readonly Reason[] }
  readonly CLOCK_BEHIND: { readonly now: number; readonly lastRecordedAt: number }
  readonly CLOCK_AHEAD: {
    readonly now: number
    readonly lastRecordedAt: number
    readonly dates: readonly string[]
  }
  readonly FILE_REFUSED: { readonly reason: string; readonly data?: Readonly<Record<string, unknown>> }
  /** Who has it (P7), where that is known. */
  readonly STORE_BUSY: {
    readonly who?: {
      readonly program: 'application' | 'command_line'
      readonly pid: number
      readonly host: string
      readonly since: number
    }
  }
  readonly STORE_FULL: Record<string, never>
  /** The disk, the folder or the file takes no writing. */
  readonly STORE_READ_ONLY: Record<string, never>
  /** The disk gave an error or went away; `detail` is what SQLite said. */
  readonly STORE_UNREACHABLE: { readonly detail: string }
  readonly STORE_DAMAGED: { readonly detail: string }
  readonly STORE_FROM_FUTURE: { readonly schemaVersion: number; readonly known: number }
  /** P3 The migration did not come out sound: the store is as it was before. `detail` is what was found. */
  readonly STORE_NOT_MIGRATED: {
    readonly detail: string
    readonly schemaVersion: number
    readonly known: number
  }
  readonly INTERNAL: { readonly incidentId: string }
}

/** The shape in which every shell shows a failure. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly reasons?: readonly Reason[]
  readonly issues?: readonly Issue[]
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * An expected failure on its way out of a handler. It is thrown so that the transaction rolls back,
 * is caught in exactly one place (`application/call.ts`), and never crosses a shell as a class.
 */
export class Refusal<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: ErrorData[C]
  /** What was written before is kept: a failed sign-in must be counted. */
  readonly keepsWrites: boolean
  constructor(code: C, data: ErrorData[C], options: { readonly keepsWrites?: boolean } = {}) {
    super(code)
    this.code = code
    this.data = data
    this.keepsWrites = options.keepsWrites ?? false
  }
}

const unwritten: readonly unknown[] = ['cannot_write', 'disk_full', 'read_only']
/** Whether a FILE_REFUSED with this reason is about a file that was to be written, not read (P6). */
export const isUnwritten = (reason: unknown): boolean => unwritten.includes(reason)

/** Refuses with a code and its data; typed as never so that callers read straight on. */
export function refuse<C extends ErrorCode>(code: C, data: ErrorData[C]): never {
  throw new Refusal(code, data)
}
/** Refuses because a rule says no, with the reasons in words. */
export const refuseByRule = (...reasons: readonly Reason[]): never => refuse('RULE_REFUSED', { reasons })
/** Refuses because one field is wrong. */
export const refuseField = (field: string, code: string, data?: Issue['data']): never =>
  refuse('VALIDATION_FAILED', { issues: [data ? { field, code, data } : { field, code }] })
