import type { Text } from '../zh-CN/index.ts'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { errors, fileRefusals, issues } from './errors.ts'
import { reasons } from './reasons.ts'

export const en: Text = { common, codes, errors, issues, fileRefusals, reasons }
