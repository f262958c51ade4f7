/** 1:05, and 1:02:05 from an hour on. */
export const formatLength = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** The parts of a sound as one address that an audio element can play; to be revoked. */
export const addressOf = (parts: readonly string[], mime: string): string =>
  URL.createObjectURL(new Blob(parts.map(bytesOf), { type: mime }))

let sounding: HTMLAudioElement | null = null
/** Two voices at once are none: what plays now stops what played before. */
export function soundAlone(element: HTMLAudioElement): void {
  if (sounding && sounding !== element) sounding.pause()
  sounding = element
}
