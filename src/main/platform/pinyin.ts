import { pinyin } from 'pinyin-pro'

/**
 * Pinyin of a name and its initials, in lower case without blanks: `曾国藩` → `zengguofan`, `zgf`. The first character is
 * read as a surname (曾 zeng, 单 shan). Latin letters stay as they are.
 */
export function pinyinOf(name: string): { readonly pinyin: string; readonly initials: string } {
  const syllables = pinyin(name, {
    toneType: 'none',
    surname: 'head',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
  const words = syllables
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
  return { pinyin: words.join(''), initials: words.map((word) => word[0] ?? '').join('') }
}
