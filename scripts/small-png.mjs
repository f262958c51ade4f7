// Pictures of screens have few colours: written with a palette of 256 they take a third of the room and look the same.
import zlib from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const paletteSize = 256

/** Writes a PNG of 8 bits a channel, without interlacing, anew with a palette. */
export function smallPng(png) {
  const { width, height, pixels, size } = decode(png)
  const counts = new Map()
  const colorAt = (at) => pixels.readUIntBE(at, 3)
  for (let at = 0; at < pixels.length; at += size) counts.set(colorAt(at), (counts.get(colorAt(at)) ?? 0) + 1)
  const palette = choosePalette(counts)
  const places = new Map(palette.map((color, place) => [color, place]))
  const placeOf = (color) => {
    if (!places.has(color)) places.set(color, nearest(palette, color))
    return places.get(color)
  }
  const rows = Buffer.alloc(height * (width + 1)) // each row begins with its filter, 0: none
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = placeOf(colorAt((y * width + x) * size))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colors = Buffer.alloc(palette.length * 3)
  palette.forEach((color, place) => colors.writeUIntBE(color, place * 3, 3))
  const data = zlib.deflateSync(rows, { level: 9, memLevel: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colors),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(zlib.crc32(named), named.length + 4)
  return framed
}

/** The most frequent colours, then those that the ones chosen so far would miss most: a small green dot stays green. */
function choosePalette(counts) {
  const byCount = [...counts].sort(([, some], [, more]) => more - some)
  const palette = byCount.slice(0, paletteSize / 4).map(([color]) => color)
  const rest = byCount.slice(paletteSize / 4).map(([color, count]) => ({
    color,
    weight: Math.sqrt(count),
    miss: distance(color, palette[nearest(palette, color)]),
  }))
  while (palette.length < paletteSize && rest.length > 0) {
    const worst = rest.reduce((a, b) => (b.miss * b.weight > a.miss * a.weight ? b : a))
    if (worst.miss === 0) break
    palette.push(worst.color)
    for (const each of rest) each.miss = Math.min(each.miss, distance(each.color, worst.color))
  }
  return palette
}

const parts = (color) => [color >> 16, (color >> 8) & 255, color & 255]
function distance(one, other) {
  const wanted = parts(one)
  return parts(other).reduce((sum, part, i) => sum + (part - wanted[i]) ** 2, 0)
}
function nearest(palette, color) {
  let best = 0
  for (let place = 1; place < palette.length; place += 1)
    if (distance(palette[place], color) < distance(palette[best], color)) best = place
  return best
}

function decode(png) {
  const chunks = new Map()
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    chunks.set(type, [...(chunks.get(type) ?? []), data])
  }
  const head = chunks.get('IHDR')[0]
  const [width, height, size] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3]
  const raw = zlib.inflateSync(Buffer.concat(chunks.get('IDAT')))
  return { width, height, size, pixels: unfilter(raw, width * size, height, size) }
}

/** Undoes the five filters of the format: each byte was written as its difference from a guess. */
function unfilter(raw, stride, height, size) {
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= size ? pixels[at - size] : 0
      const up = y > 0 ? pixels[at - stride] : 0
      const corner = y > 0 && x >= size ? pixels[at - stride - size] : 0
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
      pixels[at] = raw[y * (stride + 1) + 1 + x] + guesses[filter]
    }
  }
  return pixels
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
