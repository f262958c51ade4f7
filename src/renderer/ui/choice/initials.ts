import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core'

/** The first character of each letter in the order of pinyin, as the collation of Chinese has it; no word begins with i, u or v. */
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']
const letters = 'abcdefghjklmnopqrstwxyz'
const pinyinOrder = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
/** Surnames that are read otherwise than the same character elsewhere. */
const surnames: Readonly<Record<string, string>> = {
  曾: 'z',
  单: 's',
  仇: 'q',
  解: 'x',
  查: 'z',
  覃: 'q',
  翟: 'z',
}

function initialOf(sign: string): string {
  if (!/\p{Script=Han}/u.test(sign)) return sign.toLowerCase()
  const place = firsts.findLastIndex((first) => pinyinOrder.compare(first, sign) <= 0)
  return letters[place] ?? ''
}

/** `张婷` → `zt`, `途观L` → `tgl`. Without a dictionary: a character with two readings has the more frequent one. */
export function initialsOf(text: string): string {
  const signs = [...text.replace(/[\s·]/g, '')]
  return signs
    .map((sign, index) => (index === 0 ? (surnames[sign] ?? initialOf(sign)) : initialOf(sign)))
    .join('')
}

/** Options of a list that contain what is typed, or whose initials begin with it, so that nobody changes his input method for a name. */
export const byTextOrInitials: OptionsFilter = ({ options, search }) => {
  const sought = search.trim().toLowerCase()
  const fits = ({ label }: { readonly label: string }) =>
    label.toLowerCase().includes(sought) || initialsOf(label).startsWith(sought)
  return options.flatMap<ComboboxParsedItem>((option) => {
    if (!('group' in option)) return fits(option) ? [option] : []
    const items = option.items.filter(fits)
    return items.length > 0 ? [{ ...option, items }] : []
  })
}
