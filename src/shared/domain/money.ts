/** Money is integer fen everywhere; these put it into words. */

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** Fen as they are typed in yuan: 128800, 128800.5, 128,800.50. Undefined for what is no amount, or finer than a fen. */
export function readYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥￥元]/g, '')
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

/** Fen as one would type them: 128800, 128800.50. */
export const yuanText = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** `¥1,250.00`; what is taken back has its sign in front: `-¥50.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}¥${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}
