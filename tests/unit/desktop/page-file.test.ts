import { expect, it } from 'vitest'
import { pageFile } from '#main/desktop/pages/page-file.ts'

const folder = '/srv/out/renderer'

it.each([
  ['/', 'index.html', 'text/html'],
  ['/index.html', 'index.html', 'text/html'],
  ['/assets/index-Ab12.js', 'assets/index-Ab12.js', 'text/javascript'],
  ['/assets/style.css', 'assets/style.css', 'text/css'],
  ['/assets/../index.html', 'index.html', 'text/html'],
  ['/%E5%9B%BE.svg', '图.svg', 'image/svg+xml'],
])('%s is the file %s', (address, file, type) => {
  const found = pageFile(folder, address)
  expect(found?.file).toBe(file)
  expect(found?.type).toContain(type)
})

it.each([
  '/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/secret.json',
  '/..\\..\\secret.json',
  '/assets/../../../etc/passwd.json',
  '/C:/Windows/x.json',
  '//server/share/x.json/..%00.js',
  '/%',
  '/store.db',
  '/source.ts',
  '/assets',
])('%s is no file of the page', (address) => {
  expect(pageFile(folder, address)).toBeUndefined()
})
