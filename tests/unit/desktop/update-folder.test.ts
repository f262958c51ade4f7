import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lendFolder, type LentFolder } from '#main/desktop/updates/update-folder.ts'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-lent-'))
const folder = path.join(root, 'updates')
let lent: LentFolder
beforeAll(async () => {
  fs.mkdirSync(path.join(folder, 'within'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'latest.yml'), 'version: 9.9.9')
  fs.writeFileSync(path.join(folder, 'Showroom Cadence 9.9.9.exe'), 'x'.repeat(100_000))
  fs.writeFileSync(path.join(folder, 'within/file.txt'), 'within')
  fs.writeFileSync(path.join(root, 'secret.txt'), 'secret')
  lent = await lendFolder(folder)
})
afterAll(() => {
  lent.close()
  fs.rmSync(root, { recursive: true })
})

/** Asks with exactly this path: `fetch` would tidy it up. */
const ask = (pathname: string, method = 'GET') =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { port } = new URL(lent.url)
    const request = http.request({ host: '127.0.0.1', port, path: pathname, method }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    request.on('error', reject)
    request.end()
  })

it('lends the plain files of one folder, on the loopback, below a name that cannot be guessed', async () => {
  const { pathname, hostname } = new URL(lent.url)
  expect(hostname).toBe('127.0.0.1')
  expect(pathname).toMatch(/^\/[0-9a-f]{48}\/$/)
  expect(await ask(`${pathname}latest.yml?noCache=1`)).toEqual({ status: 200, body: 'version: 9.9.9' })
  const { body } = await ask(`${pathname}Showroom%20Cadence%209.9.9.exe`)
  expect(body).toHaveLength(100_000)
})

it('lends nothing else: no other folder, no list, no writing, nothing without its name (S1)', async () => {
  const { pathname } = new URL(lent.url)
  const tries = [
    '/',
    '/latest.yml',
    `/${'0'.repeat(48)}/latest.yml`,
    pathname,
    `${pathname}.`,
    `${pathname}..`,
    `${pathname}../secret.txt`,
    `${pathname}..%2fsecret.txt`,
    `${pathname}..%5csecret.txt`,
    `${pathname}%2e%2e/secret.txt`,
    `${pathname}within`,
    `${pathname}within/file.txt`,
    `${pathname}within%2ffile.txt`,
    `${pathname}%00latest.yml`,
    `${pathname}%ff`,
    `${pathname}missing.yml`,
    // What is no address at all must not end the program that asks for updates.
    '//',
    '///latest.yml',
    '//[',
    '*',
  ]
  for (const each of tries) expect((await ask(each)).status, each).toBe(404)
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await ask(`${pathname}latest.yml`, method)).status).toBe(404)
})
