import type { WordsOf } from '../words.ts'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { errors, fileRefusals, issues } from './errors.ts'
import { reasons } from './reasons.ts'

export const zhCN = { common, codes, errors, issues, fileRefusals, reasons } as const
/** Every text of the product, whatever its language. */
export type Text = WordsOf<typeof zhCN>
