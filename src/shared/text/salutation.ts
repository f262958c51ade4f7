import type { Gender } from '../domain/codes.ts'
import { maskName } from '../domain/mask-name.ts'

/** 某先生, 某女士: what the desk writes down of a visitor who says no more. */
const salutations = [
  { gender: 'male', zh: '先生', en: 'Mr' },
  { gender: 'female', zh: '女士', en: 'Ms' },
] as const satisfies readonly { gender: Gender; zh: string; en: string }[]
export type Salutation = (typeof salutations)[number]

export const salutationsShown = salutations

const after = /(?:先生|女士|小姐|太太)$/
const before = /^(?:mr|ms|mrs|miss)\.?\s+/i

/** The name with this salutation in place of the one it had: 王 → 王先生, Wang → Mr Wang. */
export function withSalutation(name: string, { zh, en }: Salutation, locale: 'zh-CN' | 'en'): string {
  const bare = name.trim().replace(after, '').replace(before, '').trim()
  if (locale === 'zh-CN' || /\p{Script=Han}/u.test(bare)) return `${bare}${zh}`
  return bare === '' ? en : `${en} ${bare}`
}

/** What a salutation says of the gender; undefined for a name without one. */
export function genderOfName(name: string): Gender | undefined {
  const plain = name.trim()
  if (plain.endsWith('先生') || /^mr\b/i.test(plain)) return 'male'
  if (/(?:女士|小姐|太太)$/.test(plain) || /^(?:ms|mrs|miss)\b/i.test(plain)) return 'female'
  return undefined
}

/** The name for a card: 王建国先生 is 王建国, 王先生 stays what is known of him, and 先生 alone is no name. */
export function nameForCard(name: string): string {
  const plain = name.trim()
  const bare = plain.replace(after, '').trim()
  if (bare === '' || /^(?:mr|ms|mrs|miss)\.?$/i.test(bare)) return ''
  return [...bare].length >= 2 ? bare.replace(before, '') : plain
}

/**
 * A customer as a screen that others see may call him: by the first character of his name, with his salutation where the gender is known.
 * 王建国 → 王先生, Adam Smith → Mr A**; nobody learns the full name (S5).
 */
export function shortName(name: string, gender: Gender | null, locale: 'zh-CN' | 'en'): string {
  const masked = maskName(name.replace(before, ''))
  const salutation = salutations.find((each) => each.gender === (genderOfName(name) ?? gender))
  if (!salutation) return masked
  return /^\p{Script=Han}/u.test(masked)
    ? withSalutation(masked.replaceAll('*', ''), salutation, 'zh-CN')
    : withSalutation(masked, salutation, locale)
}
