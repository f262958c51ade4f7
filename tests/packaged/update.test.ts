import fs from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { openApplication } from '#main/application/open-application.ts'
import type { UpdateAct, UpdateStatus } from '#shared/contract/update-status.ts'
import { expect, launchApp, test, type RunningApp } from '../support/electron.ts'
import { migrationsFolder } from '../support/made-store.ts'
import { makeSmallStore, smallPassword, smallStaff } from '../support/small-store.ts'
import { binaryName, driven, scratch } from './packaged.ts'
import { hold, holdInFolder, openFeed, sha512, type Feed } from './update-feed.ts'

/**
 * Updates in the packaged application, against a place on this machine: as an AppImage, because that is what can be replaced here.
 * Windows and macOS take the same way up to the installer, which is not run here.
 */

const executable = path.join(driven, binaryName)
const installed = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }
const folder = scratch()
const store = makeSmallStore()
/** What stands for the AppImage that is replaced: a new one is a script that says it ran. */
const appImage = path.join(folder.path, 'Showroom.AppImage')
const ran = path.join(folder.path, 'the-new-version-ran')
const content = Buffer.from(`#!/bin/sh\necho started > ${ran}\n# ${'x'.repeat(300_000)}\n`)
const newer = { version: '99.1.0', content }
let feed: Feed
let elsewhere: Feed
let running: RunningApp

/** Sets the source as an administrator would. */
function setSource(source: string | null): void {
  const application = openApplication({ file: store.file, migrationsFolder })
  const call = (name: string, input: unknown, token?: string) => {
    const answer = application.answer(name, input, token ? { token } : {})
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }
  const { token } = call('session.signIn', { login: smallStaff.admin.login, password: smallPassword }) as {
    token: string
  }
  call('updates.setSource', { source }, token)
  application.close()
}

const begin = async (source: string | null): Promise<void> => {
  setSource(source)
  running = await launchApp({
    executable,
    storeFile: store.file,
    env: { APPIMAGE: appImage, XDG_CACHE_HOME: path.join(folder.path, 'cache') },
  })
}
const ask = (act: UpdateAct): Promise<UpdateStatus> =>
  running.page.evaluate((each) => window.desktop.call('update', { act: each }), act)

test.beforeAll(async () => {
  fs.writeFileSync(appImage, 'the old version', { mode: 0o755 })
  feed = await openFeed()
  elsewhere = await openFeed()
})
// oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from its pattern
test.afterEach(async ({}, info) => {
  const log = path.join(running.userData, 'logs/showroom.log')
  if (info.status !== info.expectedStatus && fs.existsSync(log)) await info.attach('the log', { path: log })
  await running.close().catch(() => undefined)
  fs.rmSync(running.userData, { recursive: true, force: true })
})
test.afterAll(async () => {
  await feed.close()
  await elsewhere.close()
  folder.remove()
  store.remove()
})

test('without a source nothing is asked of anybody', async () => {
  await begin(null)
  hold(feed, newer)
  expect(await ask('look')).toMatchObject({ state: 'off', checkedAt: null })
  expect(await ask('check')).toMatchObject({ state: 'off', version: null })
  expect(await ask('download')).toMatchObject({ state: 'off' })
  expect(await ask('install')).toMatchObject({ state: 'off' })
  expect(feed.asked).toEqual([])
})

test('what is newer is offered; what is equal, older, missing, broken, huge or elsewhere is not', async () => {
  await begin(feed.url)
  const check = async (prepare: () => void) => {
    prepare()
    const { state, version, problem } = await ask('check')
    return [state, version, problem]
  }
  expect(await check(() => hold(feed, newer))).toEqual(['available', '99.1.0', null])
  expect(await check(() => hold(feed, { ...newer, version: installed.version }))).toEqual([
    'current',
    null,
    null,
  ])
  expect(await check(() => hold(feed, { ...newer, version: '0.0.1' }))).toEqual(['current', null, null])
  const answerWith = (answer: Feed['answer']) => () => (feed.answer = answer)
  expect(await check(answerWith((_name, to) => void to.writeHead(404).end()))).toEqual([
    'failed',
    null,
    'no_release',
  ])
  expect(await check(answerWith((_name, to) => void to.end('{ not: [yaml')))).toEqual([
    'failed',
    null,
    'no_release',
  ])
  expect(await check(answerWith((_name, to) => void to.end('<html>Sign in to this network</html>')))).toEqual(
    ['failed', null, 'no_release'],
  )
  expect(await check(() => hold(feed, { ...newer, version: 'newest' }))).toEqual([
    'failed',
    null,
    'no_release',
  ])
  expect(await check(answerWith((_name, to) => endless(to)))).toEqual(['failed', null, 'too_large'])
  expect(await check(() => hold(feed, { ...newer, size: 9_000_000_000 }))).toEqual([
    'failed',
    null,
    'too_large',
  ])
  const other = elsewhere.url
  expect(await check(() => hold(feed, { ...newer, url: `${other}evil.AppImage` }))).toEqual([
    'failed',
    null,
    'elsewhere',
  ])
  expect(await check(() => hold(feed, { ...newer, url: '../outside.AppImage' }))).toEqual([
    'failed',
    null,
    'elsewhere',
  ])
  const redirect = answerWith(
    (_name, to) => void to.writeHead(302, { location: `${other}latest-linux.yml` }).end(),
  )
  expect((await check(redirect)).slice(0, 2)).toEqual(['failed', null])
  expect(elsewhere.asked).toEqual([])
  // And after all of this, what is right is offered again.
  expect(await check(() => hold(feed, newer))).toEqual(['available', '99.1.0', null])
  expect(feed.asked.filter((each) => each.endsWith('.AppImage'))).toEqual([])
})

test('a download with another digest, one that is sent elsewhere and one without an end are thrown away', async () => {
  await begin(feed.url)
  const cache = path.join(folder.path, 'cache')
  const tryDownload = async () => {
    expect(await ask('check')).toMatchObject({ state: 'available' })
    const { state, problem } = await ask('download')
    expect((await ask('install')).state).not.toBe('installing')
    return [state, problem]
  }
  const other = Buffer.from(content)
  other[other.length - 2] = (other[other.length - 2] ?? 0) ^ 1
  hold(feed, { ...newer, content: other, digest: sha512(newer.content) })
  expect(await tryDownload()).toEqual(['failed', 'damaged'])

  const describe = () => {
    hold(feed, newer)
    return feed.answer
  }
  const right = describe()
  const instead = (installer: Feed['answer']) =>
    (feed.answer = (name, to) => (name.endsWith('.yml') ? right(name, to) : installer(name, to)))
  instead((name, to) => void to.writeHead(302, { location: `${elsewhere.url}${path.basename(name)}` }).end())
  expect(await tryDownload()).toEqual(['failed', 'elsewhere'])
  expect(elsewhere.asked).toEqual([])
  instead((_name, to) => endless(to))
  expect(await tryDownload()).toEqual(['failed', 'too_large'])
  instead((_name, to) => to.destroy())
  expect(await tryDownload()).toEqual(['failed', 'unreachable'])

  const left = fs.existsSync(cache)
    ? fs.readdirSync(cache, { recursive: true }).filter((each) => String(each).endsWith('.AppImage'))
    : []
  expect(left).toEqual([])
  expect(fs.readFileSync(appImage, 'utf8')).toBe('the old version')
})

test('nobody there is said in words, and asked again it goes on', async () => {
  const gone = await openFeed()
  await gone.close()
  await begin(gone.url)
  expect(await ask('check')).toMatchObject({ state: 'failed', problem: 'unreachable', version: null })
  expect(running.output()).toContain('[showroom] window usable')
})

test('out of a folder: downloaded on a click alone, checked, installed on another, and the new version is started', async () => {
  const stick = path.join(folder.path, 'stick')
  fs.mkdirSync(stick)
  holdInFolder(stick, newer)
  await begin(stick)
  expect(await ask('check')).toMatchObject({ state: 'available', version: '99.1.0', size: content.length })
  await running.page.waitForTimeout(500)
  expect(fs.readFileSync(appImage, 'utf8')).toBe('the old version')
  expect(await ask('download')).toMatchObject({ state: 'ready', done: 1, problem: null })
  expect(fs.readFileSync(appImage, 'utf8')).toBe('the old version')
  expect(fs.existsSync(ran)).toBe(false)

  const process = running.app.process()
  const ended = new Promise((resolve) => process.once('exit', resolve))
  await ask('install').catch(() => undefined)
  await ended
  await expect.poll(() => fs.existsSync(ran)).toBe(true)
  expect(fs.readFileSync(appImage).equals(content)).toBe(true)
  // The store was closed before: nothing of it is left open beside its file.
  expect(fs.existsSync(`${store.file}-wal`)).toBe(false)
})

/** Sends without an end, as long as anybody listens. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}
