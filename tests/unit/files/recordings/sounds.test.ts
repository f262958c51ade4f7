import { describe, expect, it, test } from 'vitest'
import { readLength } from '#main/files/recordings/read-length.ts'
import { isNamedLikeRecording, sniffRecording } from '#main/files/recordings/sniff-recording.ts'
import { aac, amr, flac, m4a, mp3, opus, taggedMp3, wav } from '#tests/support/books/sounds.ts'

const sourceOf = (bytes: Buffer) => ({
  size: bytes.length,
  read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)),
})

describe('recordings are told by their content (R-5.6)', () => {
  test.each([
    ['wav', wav(1500), 'wav', 1500],
    ['a wav that was cut off', wav(1500).subarray(0, 8000), 'wav', 993],
    ['amr', amr(100), 'amr', 2000],
    ['mp3', mp3(50), 'mp3', 1800],
    ['an mp3 that counts its frames', taggedMp3(1000), 'mp3', 36_000],
    ['m4a', m4a(61_234), 'mp4', 61_234],
    ['flac', flac(16_000), 'flac', 2000],
    ['opus', opus(2500), 'ogg', 2500],
    ['aac', aac(100), 'aac', 6400],
  ])('%s', async (_title, bytes, format, lengthMs) => {
    expect(sniffRecording(bytes)).toBe(format)
    expect(await readLength(sniffRecording(bytes) ?? 'webm', sourceOf(bytes))).toBe(lengthMs)
  })

  test.each([
    ['a text', Buffer.from('13800138000,王伟')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
    ['a program', Buffer.from('MZ\x90\0\x03')],
    ['another kind of RIFF', Buffer.from('RIFF\0\0\0\0AVI LIST')],
    ['a UTF-16 text', Buffer.from([0xff, 0xfe, 0x31, 0x00])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is no recording', (_title, bytes) => {
    expect(sniffRecording(bytes)).toBeUndefined()
  })

  test.each([
    ['a wav without its data', wav(100).subarray(0, 40), 'wav'],
    ['an m4a that lies about its boxes', m4a(1000).fill(0xff, 16, 20), 'mp4'],
    ['an amr without frames', amr(0), 'amr'],
    ['an mp3 of nothing but its tag', taggedMp3(9).subarray(0, 20), 'mp3'],
    ['an ogg without a page', Buffer.from('OggS'), 'ogg'],
    ['a flac cut short', flac(1).subarray(0, 12), 'flac'],
    ['aac of one byte', aac(1).subarray(0, 1), 'aac'],
  ] as const)('%s has no length, and breaks nothing', async (_title, bytes, format) => {
    expect(await readLength(format, sourceOf(Buffer.from(bytes)))).toBeNull()
  })

  it('opens only what is named like one', () => {
    expect(['a.wav', 'a.MP3', 'a.amr', '王伟.m4a', 'a.opus'].every(isNamedLikeRecording)).toBe(true)
    expect(['a.txt', 'wav', 'a.wav.part', 'a.xlsx', 'desktop.ini'].some(isNamedLikeRecording)).toBe(false)
  })
})
