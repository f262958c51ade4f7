/** Small pictures that are drawn, not shipped: a number on a disc for the taskbar, and the mark in the tray. */

/** Pixels as Electron takes them: blue, green, red, alpha, row by row. */
export interface Bitmap {
  readonly size: number
  readonly pixels: Buffer
}

/** Digits of 3 × 5 dots, and a plus. */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  0: ['###', '# #', '# #', '# #', '###'],
  1: [' # ', '## ', ' # ', ' # ', '###'],
  2: ['###', '  #', '###', '#  ', '###'],
  3: ['###', '  #', ' ##', '  #', '###'],
  4: ['# #', '# #', '###', '  #', '  #'],
  5: ['###', '#  ', '###', '  #', '###'],
  6: ['###', '#  ', '###', '# #', '###'],
  7: ['###', '  #', ' # ', ' # ', ' # '],
  8: ['###', '# #', '###', '# #', '###'],
  9: ['###', '# #', '###', '  #', '###'],
  '+': ['   ', ' # ', '###', ' # ', '   '],
}
const most = 99
const red = [0x3a, 0x3a, 0xd1] as const
const blue = [0xc2, 0x6a, 0x1c] as const
const white = [0xff, 0xff, 0xff] as const

/** What a badge says of a number: more than 99 is said as 99 with a plus in the words beside it. */
export const badgeText = (count: number): string => String(Math.min(count, most))

function disc(size: number, colour: readonly [number, number, number]): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const inside = (x - middle) ** 2 + (y - middle) ** 2 <= (size / 2) ** 2
      if (inside) pixels.set([...colour, 0xff], (y * size + x) * 4)
    }
  }
  return pixels
}

function write(pixels: Buffer, size: number, text: string, dot: number): void {
  const width = (text.length * 4 - 1) * dot
  const left = Math.floor((size - width) / 2)
  const top = Math.floor((size - 5 * dot) / 2)
  for (const [index, letter] of [...text].entries()) {
    for (const [row, line] of (glyphs[letter] ?? []).entries()) {
      for (let column = 0; column < 3; column += 1) {
        if (line[column] !== '#') continue
        for (let dy = 0; dy < dot; dy += 1) {
          for (let dx = 0; dx < dot; dx += 1) {
            const x = left + (index * 4 + column) * dot + dx
            const y = top + row * dot + dy
            pixels.set([...white, 0xff], (y * size + x) * 4)
          }
        }
      }
    }
  }
}

/** A number, white on red, for the corner of the taskbar's button. */
export function numberPicture(count: number, size = 32): Bitmap {
  const pixels = disc(size, red)
  write(pixels, size, badgeText(count), Math.floor(size / 10))
  return { size, pixels }
}

/** The mark in the tray: the disc of the product with a tick of its cadence. */
export function trayPicture(size = 32): Bitmap {
  const pixels = disc(size, blue)
  const at = (x: number, y: number) => pixels.set([...white, 0xff], (y * size + x) * 4)
  const thick = Math.max(2, Math.floor(size / 10))
  for (let step = 0; step < size / 5; step += 1) {
    for (let more = 0; more < thick; more += 1) {
      at(Math.floor(size * 0.26) + step, Math.floor(size * 0.48) + step + more)
      for (const half of [0, 1])
        at(
          Math.floor(size * 0.26 + size / 5) + step * 2 + half,
          Math.floor(size * 0.48 + size / 5) - step * 2 + more - half + 1,
        )
    }
  }
  return { size, pixels }
}
