import { expect, it } from 'vitest'
import { files, read } from './sources.ts'

it('no file has more than 400 lines', () => {
  const sources = files('{src,tests,scripts}/**/*.{ts,tsx,mjs,css,html}')
  const long = sources
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 400)
  expect(sources.length).toBeGreaterThan(50)
  expect(long).toEqual([])
})
