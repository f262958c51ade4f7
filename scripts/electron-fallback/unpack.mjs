// Unpacks a zip that lies inside an uncompressed tar, without a tool that a bare machine may lack.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

/** Writes each file of the zip to where `place` says; undefined leaves it out. */
export function unpackFromTar({ tar, zip, place }) {
  const file = fs.openSync(tar, 'r')
  try {
    const { start, size } = findInTar(file, zip)
    for (const entry of zipEntries(file, start, size)) {
      const target = entry.name.endsWith('/') ? undefined : place(entry.name)
      if (!target) continue
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.writeFileSync(target, contentOf(file, start, entry), { mode: entry.mode & 0o111 ? 0o755 : 0o644 })
    }
  } finally {
    fs.closeSync(file)
  }
}

function read(file, position, length) {
  const bytes = Buffer.alloc(length)
  fs.readSync(file, bytes, 0, length, position)
  return bytes
}

function findInTar(file, wanted) {
  for (let position = 0; ;) {
    const header = read(file, position, 512)
    const name = header.toString('latin1', 0, 100).split('\0')[0]
    if (name === '') throw new Error(`${wanted} is not in the archive`)
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8)
    if (name === wanted) return { start: position + 512, size }
    position += 512 + Math.ceil(size / 512) * 512
  }
}

function* zipEntries(file, start, size) {
  const end = read(file, start + size - 22, 22)
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Error('the zip has no end record')
  const directory = read(file, start + end.readUInt32LE(16), end.readUInt32LE(12))
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: directory.readUInt16LE(at + 10) === 8,
      checksum: directory.readUInt32LE(at + 16),
      length: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
}

function contentOf(file, start, entry) {
  const header = read(file, start + entry.offset, 30)
  const from = start + entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const raw = read(file, from, entry.length)
  const content = entry.compressed ? zlib.inflateRawSync(raw) : raw
  if (zlib.crc32 && zlib.crc32(content) !== entry.checksum) throw new Error(`${entry.name}: bad checksum`) // not in Node 20
  return content
}
