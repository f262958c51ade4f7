/** 1430, 14:30, 9.05, 14: as people type a time. Undefined for anything else. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(plain)
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
