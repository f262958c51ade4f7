/** Sounds whose files do not say how long they are: their frames are counted, or the first one is measured. */

/** A file as its length is read: a few bytes here and there. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes at the end of the file. */
  readonly read: (at: number, length: number) => Promise<Buffer>
}

/** Longer files are not walked frame by frame. */
const walkedAtMost = 64 * 1024 * 1024
const stride = 1024 * 1024

/** Walks frames one after the other; `lengthOf` tells a frame's bytes from its first ones, 0 ends the walk. */
async function countFrames(
  { size, read }: ByteSource,
  from: number,
  headBytes: number,
  lengthOf: (head: Buffer) => number,
): Promise<number> {
  if (size > walkedAtMost) return 0
  let frames = 0
  let loaded: Buffer = Buffer.alloc(0)
  let loadedAt = 0
  for (let at = from; at + headBytes <= size; frames += 1) {
    if (at < loadedAt || at + headBytes > loadedAt + loaded.length) {
      loaded = await read(at, stride)
      loadedAt = at
      if (loaded.length < headBytes) break
    }
    const length = lengthOf(loaded.subarray(at - loadedAt, at - loadedAt + headBytes))
    if (length <= 0 || at + length > size) break
    at += length
  }
  return frames
}

/** Bytes of a frame by its type; each is 20 ms of speech. */
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]

export async function readAmrLength(source: ByteSource): Promise<number | null> {
  const head = (await source.read(0, 9)).toString('latin1')
  const isWide = head.startsWith('#!AMR-WB\n')
  const from = isWide ? 9 : 6
  if (!isWide && !head.startsWith('#!AMR\n')) return null
  const lengths = isWide ? wide : narrow
  const frames = await countFrames(source, from, 1, (frame) => lengths[((frame[0] ?? 0) >> 3) & 0x0f] ?? 0)
  return frames > 0 ? frames * 20 : null
}

const aacRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
]
/** AAC in ADTS frames of 1024 samples. */
export async function readAacLength(source: ByteSource): Promise<number | null> {
  const first = await source.read(0, 7)
  const rate = first.length < 7 ? undefined : aacRates[((first[2] ?? 0) >> 2) & 0x0f]
  if (!rate) return null
  const frames = await countFrames(source, 0, 7, (head) => {
    if (head[0] !== 0xff || ((head[1] ?? 0) & 0xf6) !== 0xf0) return 0
    return (((head[3] ?? 0) & 0x03) << 11) | ((head[4] ?? 0) << 3) | ((head[5] ?? 0) >> 5)
  })
  return frames > 0 ? Math.round((frames * 1024 * 1000) / rate) : null
}

const kilobits1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const kilobits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const mpegRates = [44_100, 48_000, 32_000]

/** The first frame of an mp3: what a frame holds, and the count of frames where the encoder left it. */
export async function readMp3Length({ size, read }: ByteSource): Promise<number | null> {
  const tag = await read(0, 10)
  const isTagged = tag.length === 10 && tag.toString('latin1', 0, 3) === 'ID3'
  const tagBytes = isTagged ? 10 + tag.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0) : 0
  const bytes = await read(tagBytes, 4096)
  const at = bytes.findIndex((byte, i) => byte === 0xff && ((bytes[i + 1] ?? 0) & 0xe6) === 0xe2)
  if (at < 0 || at + 200 > bytes.length) return null
  const [, version = 0, rates = 0, mode = 0] = bytes.subarray(at, at + 4)
  const kind = (version >> 3) & 0x03
  const isFirst = kind === 3
  const rate = (mpegRates[(rates >> 2) & 0x03] ?? 0) / (isFirst ? 1 : kind === 2 ? 2 : 4)
  const kilobits = (isFirst ? kilobits1 : kilobits2)[rates >> 4] ?? 0
  if (!rate || !kilobits || kind === 1) return null
  const samples = isFirst ? 1152 : 576
  const isMono = mode >> 6 === 3
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17
  const xing = at + 4 + side
  const name = bytes.toString('latin1', xing, xing + 4)
  if ((name === 'Xing' || name === 'Info') && (bytes.readUInt32BE(xing + 4) & 1) === 1)
    return Math.round((bytes.readUInt32BE(xing + 8) * samples * 1000) / rate)
  if (bytes.toString('latin1', at + 36, at + 40) === 'VBRI')
    return Math.round((bytes.readUInt32BE(at + 50) * samples * 1000) / rate)
  // Without a count all frames are taken to be as long as the first, as they are in a call.
  return Math.round(((size - tagBytes - at) * 8) / kilobits)
}
