import type { HandlersOf } from '#main/calls/context.ts'
import { notice, setChoices } from './choices.ts'
import { copyData } from './copy-data.ts'
import { erase } from './erase-person.ts'
import { previewErasure } from './erasure-preview.ts'

/** Personal data 个人信息: notice, consent and closed channels, a copy of it, and erasing it (S7). */
export const privacy: HandlersOf<'privacy'> = { setChoices, notice, previewErasure, erase, copyData }
