import { attentions } from '#shared/domain/codes.ts'
import type { AttentionLine } from '#shared/contract/supervision.ts'
import { claimsAttention } from './claims.ts'
import { honestyAttention } from './honesty.ts'
import { instructionsAttention } from './instructions.ts'
import { leavesAttention } from './leaves.ts'
import { leadsAttention } from './leads.ts'
import { penaltiesAttention } from './penalties.ts'
import { recordingsAttention } from './recordings.ts'
import { reportsAttention } from './reports.ts'
import { showroomAttention } from './showroom.ts'
import type { AttentionSource } from './source.ts'

const sources: readonly AttentionSource[] = [
  penaltiesAttention,
  reportsAttention,
  leavesAttention,
  instructionsAttention,
  claimsAttention,
  recordingsAttention,
  leadsAttention,
  showroomAttention,
  honestyAttention,
]

/** Everything beside the figures that belongs on the sheet of a date, in the order in which it matters. */
export const listAttention: AttentionSource = (store, context, date, staff): AttentionLine[] =>
  sources
    .flatMap((source) => source(store, context, date, staff))
    .sort(
      (a, b) =>
        attentions.indexOf(a.kind) - attentions.indexOf(b.kind) ||
        (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
        a.staffName.localeCompare(b.staffName),
    )
