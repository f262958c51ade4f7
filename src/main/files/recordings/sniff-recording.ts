export const recordingFormats = ['wav', 'mp3', 'mp4', 'aac', 'amr', 'ogg', 'flac', 'webm'] as const
export type RecordingFormat = (typeof recordingFormats)[number]

/** What a player is told; a window plays all of these but AMR. */
export const mimeOf: Readonly<Record<RecordingFormat, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
  amr: 'audio/amr',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  webm: 'audio/webm',
}

/** How the names of such files end; what a folder holds beside them is not even opened. */
const endings = /\.(wav|mp3|m4a|mp4|3gp|aac|amr|awb|ogg|oga|opus|flac|webm)$/i
export const isNamedLikeRecording = (fileName: string): boolean => endings.test(fileName)

/** How many bytes it takes to tell. */
export const headLength = 64

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** Bits that every frame of MPEG audio begins with: eleven ones, then a version and a layer that exist. */
const isMpegFrame = (first = 0, second = 0, third = 0): boolean =>
  first === 0xff &&
  (second & 0xe0) === 0xe0 &&
  (second & 0x18) !== 0x08 &&
  (second & 0x06) === 0x02 &&
  (third & 0xf0) !== 0xf0 &&
  (third & 0x0c) !== 0x0c

/** Tells by the content, never by the name, what kind of sound a file holds; undefined for what is none. */
export const sniffRecording = (head: Uint8Array): RecordingFormat | undefined => {
  const start = latin(head, 0, 4)
  if (start === 'RIFF' && latin(head, 8, 4) === 'WAVE') return 'wav'
  if (latin(head, 4, 4) === 'ftyp') return 'mp4'
  if (latin(head, 0, 5) === '#!AMR') return 'amr'
  if (start === 'OggS') return 'ogg'
  if (start === 'fLaC') return 'flac'
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3) {
    return latin(head, 0, headLength).includes('webm') ? 'webm' : undefined
  }
  if (latin(head, 0, 3) === 'ID3') return 'mp3'
  // ADTS: twelve ones and layer 00, which MPEG audio of the other kind never has.
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0) return 'aac'
  return isMpegFrame(head[0], head[1], head[2]) ? 'mp3' : undefined
}
