/** Letters of Han and other wide scripts take two places of a line. */
const placesOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)

/** How many of these texts stand one below the other in so many lines of a narrow column; the first always does. */
export function fittingLines(
  texts: readonly string[],
  room: { readonly lines: number; readonly placesALine: number },
): number {
  let left = room.lines
  let count = 0
  for (const text of texts) {
    left -= Math.max(1, Math.ceil(placesOf(text) / room.placesALine))
    if (left < 0 && count > 0) break
    count += 1
  }
  return count
}
