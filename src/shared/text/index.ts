import type { Locale } from '../contract/setup.ts'
import { en } from './en/index.ts'
import { zhCN, type Text } from './zh-CN/index.ts'

export type { Text } from './zh-CN/index.ts'

/** All wording of the product by language: one tree, the same keys in each (checked by the compiler). */
export const texts: Readonly<Record<Locale, Text>> = { 'zh-CN': zhCN, en }
