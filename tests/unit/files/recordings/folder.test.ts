import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { compareDigest, glanceAt, readPart } from '#main/files/recordings/look-at.ts'
import { fileOf, placeOf, recordingFolderOf, safeFileName } from '#main/files/recordings/recording-folder.ts'
import { takeIn } from '#main/files/recordings/take-in.ts'
import { liesWithin, walkFolder } from '#main/files/recordings/walk-folder.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeFolder } from '#tests/support/folders.ts'
import { wav, writeSound } from '#tests/support/books/sounds.ts'

const place = placeOf('r1', d('2026-03-05'), 'call.wav')
const reasonOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { data?: { reason?: string } }) => error.data?.reason,
  )

describe('the recordings folder of a store (R-5.6)', () => {
  it('lies beside the store', () => {
    expect(recordingFolderOf(path.join(path.sep, 'data', 'store.db'))).toBe(
      path.join(path.sep, 'data', 'store-recordings'),
    )
  })

  test.each([
    ['13800138000_20260305_143000.mp3', '13800138000_20260305_143000.mp3'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\call.wav', 'call.wav'],
    ['..', 'recording'],
    ['.hidden.wav', 'hidden.wav'],
    ['a:b*c?"<>|.wav', 'a-b-c-----.wav'],
    ['a\u0000b\n.wav', 'a-b-.wav'],
    ['通话录音@王伟(138 0013 8000).m4a', '通话录音@王伟(138 0013 8000).m4a'],
    ['', 'recording'],
    [`${'长'.repeat(300)}.wav`, `${'长'.repeat(80)}.wav`],
  ])('makes of %j a name that leads nowhere', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
    const folder = path.join(path.sep, 'data', 'store-recordings')
    expect(fileOf(folder, placeOf('r1', d('2026-03-05'), name))).toBe(
      path.join(folder, '2026-03', `r1-${expected}`),
    )
  })

  test.each(['../store.db', '2026-03/../../store.db', '', '.', 'a/../..'])('never leaves by %j', (way) => {
    expect(fileOf(path.join(path.sep, 'data', 'store-recordings'), way)).toBeUndefined()
  })
})

describe('a recording is taken in whole or not at all', () => {
  it('copies it with its digest and length, and leaves no half file', async () => {
    const folder = makeFolder()
    const source = writeSound(folder, 'in/call.wav', wav(1500))
    const own = path.join(folder, 'own')
    const taken = await takeIn(source, own, place)
    expect(taken).toMatchObject({ place, bytes: wav(1500).length, lengthMs: 1500 })
    expect(readFileSync(path.join(own, place))).toEqual(wav(1500))
    expect(readdirSync(path.join(own, '2026-03'))).toEqual(['r1-call.wav'])
  })

  test.each([
    ['a folder', (at: string) => mkdirSync(at), 'not_found'],
    ['what is not there', () => undefined, 'not_found'],
    ['an empty file', (at: string) => writeFileSync(at, ''), 'empty'],
    ['a text', (at: string) => writeFileSync(at, 'call me'), 'no_recording'],
  ])('refuses %s', async (_title, make, reason) => {
    const folder = makeFolder()
    const source = path.join(folder, 'call.wav')
    make(source)
    expect(await reasonOf(takeIn(source, path.join(folder, 'own'), place))).toBe(reason)
    expect(existsSync(path.join(folder, 'own', place))).toBe(false)
  })

  it('says so where its folder cannot be written', async () => {
    const folder = makeFolder()
    const source = writeSound(folder, 'call.wav', wav(100))
    writeFileSync(path.join(folder, 'own'), 'in the way')
    expect(await reasonOf(takeIn(source, path.join(folder, 'own'), place))).toBe('cannot_write')
  })
})

describe('a recording is seen to be what it was', () => {
  const take = async () => {
    const folder = makeFolder()
    const own = path.join(folder, 'own')
    const taken = await takeIn(writeSound(folder, 'call.wav', wav(1500)), own, place)
    const file = path.join(own, place)
    return { own, file, kept: { path: place, sha256: taken.sha256, bytes: taken.bytes } }
  }

  it('in order, missing, and changed by one byte', async () => {
    const { own, file, kept } = await take()
    expect(await compareDigest(own, kept)).toBe('present')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
    writeFileSync(file, bytes)
    expect(await glanceAt(own, kept)).toBe('present')
    expect(await compareDigest(own, kept)).toBe('changed')
    writeFileSync(file, bytes.subarray(1))
    expect(await glanceAt(own, kept)).toBe('changed')
    expect(await compareDigest(own, { ...kept, path: '2026-03/none.wav' })).toBe('missing')
  })

  it('a link in its place is not followed', async () => {
    const { own, file, kept } = await take()
    const elsewhere = path.join(own, '2026-03', 'link.wav')
    symlinkSync(file, elsewhere)
    expect(await glanceAt(own, { ...kept, path: '2026-03/link.wav' })).toBe('missing')
    expect(await readPart(own, { ...kept, path: '2026-03/link.wav' }, { from: 0, length: 9 })).toBeUndefined()
  })

  it('is read in parts that make the whole', async () => {
    const { own, file, kept } = await take()
    const parts: Buffer[] = []
    for (let from = 0; ;) {
      const read = await readPart(own, kept, { from, length: 5000 })
      if (!read || read.part.length === 0) break
      expect(read).toMatchObject({ state: 'present', mime: 'audio/wav', bytes: kept.bytes })
      parts.push(read.part)
      from += read.part.length
    }
    expect(Buffer.concat(parts)).toEqual(readFileSync(file))
    expect(parts.length).toBeGreaterThan(2)
  })
})

describe('a watched folder', () => {
  it('is walked for what is named like a recording, not along links and not into the own folder', async () => {
    const folder = makeFolder()
    const own = path.join(folder, 'own')
    writeSound(folder, 'b.wav', wav(100))
    writeSound(folder, 'sub/deep/a.mp3', wav(100))
    writeSound(folder, 'readme.txt', wav(100))
    writeSound(own, '2026-03/own.wav', wav(100))
    writeSound(folder, '1/2/3/4/5/five.wav', wav(100))
    writeSound(folder, '1/2/3/4/5/6/six.wav', wav(100))
    symlinkSync(folder, path.join(folder, 'round'))
    symlinkSync(path.join(folder, 'b.wav'), path.join(folder, 'link.wav'))
    const walked = await walkFolder(folder, own)
    expect(walked?.files.map(({ name }) => name).sort()).toEqual(['a.mp3', 'b.wav', 'five.wav'])
    expect(walked?.more).toBe(false)
    expect(await walkFolder(folder, own, { files: 2, depth: 5 })).toMatchObject({ more: true })
    expect(await walkFolder(path.join(folder, 'gone'), own)).toBeUndefined()
  })

  it('knows what lies within what', () => {
    const at = (...parts: string[]) => path.join(path.sep, ...parts)
    expect(liesWithin(at('a', 'b'), at('a'))).toBe(true)
    expect(liesWithin(at('a'), at('a'))).toBe(true)
    expect(liesWithin(at('ab'), at('a'))).toBe(false)
    expect(liesWithin(at('a'), at('a', 'b'))).toBe(false)
  })
})
