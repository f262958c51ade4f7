import { createHash } from 'node:crypto'
import path from 'node:path'
import { expect, it } from 'vitest'
import { damagedFiles } from '#main/desktop/digests.ts'

const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const archive = 'the archive'
const native = 'the native module'
const good = JSON.stringify({ 'app.asar': sum(archive), 'unpacked/x.node': sum(native) })

/** What a folder of resources holds, by name. */
const look = (files: Readonly<Record<string, string>>) =>
  damagedFiles('/resources', (file) => {
    const content = files[path.relative('/resources', file)]
    if (content === undefined) throw new Error('ENOENT')
    return Buffer.from(content)
  })

it('an application as it was built is whole (S1)', () => {
  expect(look({ 'digests.json': good, 'app.asar': archive, 'unpacked/x.node': native })).toEqual([])
})

it('every file that is changed or gone is named (S1)', () => {
  expect(look({ 'digests.json': good, 'app.asar': 'the archivf', 'unpacked/x.node': native })).toEqual([
    'app.asar',
  ])
  expect(look({ 'digests.json': good, 'app.asar': archive })).toEqual(['unpacked/x.node'])
})

it.each([undefined, '', '{', 'null', '[]', '"app.asar"', '{}', '{"unpacked/x.node":"00"}'])(
  'without digests that can be read, nothing is taken for whole: %j (S1)',
  (text) => {
    const files = { 'app.asar': archive, 'unpacked/x.node': native }
    expect(look(text === undefined ? files : { ...files, 'digests.json': text })).toEqual(['digests.json'])
  },
)
