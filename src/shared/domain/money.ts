/** Money is integer fen everywhere; these put it into words. */

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** `¥1,250.00`; what is taken back has its sign in front: `-¥50.00`. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}¥${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}
