import type { InstructionStatus } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import type { Tone } from '../marks/tone.ts'

export type Instruction = CallOutput<'instructions.list'>['rows'][number]

export const toneOfInstruction: Readonly<Record<InstructionStatus, Tone>> = {
  given: 'warn',
  seen: 'warn',
  answered: 'info',
  closed: 'quiet',
}
