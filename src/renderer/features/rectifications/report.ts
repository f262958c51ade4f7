import type { RectificationStatus, SuspensionStatus } from '#shared/domain/codes.ts'
import type { RowOf } from '../../api/use-pages.ts'
import type { Tone } from '../../ui/marks/tone.ts'

export type Report = RowOf<'rectifications.list'>
export type Suspension = RowOf<'suspensions.list'>

export const reportTone: Readonly<Record<RectificationStatus, Tone>> = {
  due: 'warn',
  written: 'info',
  accepted: 'ok',
  returned: 'warn',
  dropped: 'quiet',
}
export const suspensionTone: Readonly<Record<SuspensionStatus, Tone>> = {
  proposed: 'warn',
  decided: 'danger',
  lowered: 'quiet',
  dropped: 'quiet',
}
