import type { PolicyPreset } from '../../domain/codes.ts'
import type { Policy } from '../policy.ts'
import { benyue } from './benyue.ts'
import { dcc } from './dcc.ts'
import { oabcd } from './oabcd.ts'
import { threeForms } from './three-forms.ts'
import { trackingLog } from './tracking-log.ts'

/** The presets by name; a new store starts from one of them. */
export const presets: Readonly<Record<PolicyPreset, Policy>> = {
  benyue,
  'three-forms': threeForms,
  'tracking-log': trackingLog,
  dcc,
  oabcd,
}

/** The names of the presets, the default first. */
export const presetNames = Object.keys(presets) as readonly PolicyPreset[]
