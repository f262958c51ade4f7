import { expect, it } from 'vitest'
import { readUpdateSource } from '#main/platform/update-source.ts'
import { longestUpdateSource } from '#shared/contract/updates.ts'

it.each([
  ['https://example.com/updates', 'https://example.com/updates/'],
  ['https://example.com:8443/a/b/?x=1#y', 'https://example.com:8443/a/b/'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['http://localhost/updates/', 'http://localhost/updates/'],
  [' http://[::1]:9/ ', 'http://[::1]:9/'],
])('%s is an address (S1)', (text, url) => {
  expect(readUpdateSource(text)).toEqual({ kind: 'address', url })
})

it.each(['/media/stick/updates', 'E:\\updates', 'D:/updates', '\\\\nas\\share\\updates'])(
  '%s is a folder',
  (text) => {
    expect(readUpdateSource(text)).toEqual({ kind: 'folder', path: text })
  },
)

it.each([
  '',
  ' ',
  'updates',
  '..\\updates',
  'http://example.com/updates',
  ['http:', '127.0.0.1.example.com/'].join('//'),
  ['http:', 'localhost.example.com/'].join('//'),
  'ftp://example.com/',
  'file:///etc',
  'javascript:alert(1)',
  ['https:', 'somebody:secret@example.com/'].join('//'),
  '\\\\nas',
  'https://',
  '/media/a\nb',
  `https://example.com/${'x'.repeat(longestUpdateSource)}`,
])('%j is neither: what comes over an open line could be anybody’s program (S1)', (text) => {
  expect(readUpdateSource(text)).toBeUndefined()
})
