import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { expect, launchApp, test, type RunningApp } from '../support/electron.ts'

/** S1: the security checklist of Electron, tried in the built application. One instance serves all; it is only attacked. */

let running: RunningApp
/** Another machine, as far as the page can tell. */
let outside: http.Server
let visits: string[]
let address: string
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showroom-security-'))

test.beforeAll(async () => {
  visits = []
  outside = http.createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('outside')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as { port: number }).port}/`
  running = await launchApp()
})
test.afterEach(() => {
  expect(visits).toEqual([])
  expect(running.problems).toEqual([])
  expect(running.page.url()).toContain('app://showroom/index.html')
})
test.afterAll(async () => {
  await running.close()
  outside.close()
  for (const each of [folder, running.userData]) fs.rmSync(each, { recursive: true, force: true })
})

/** Errors that the page was made to report, which are the proof and no problem. */
function expectReported(what: RegExp) {
  const reported = running.problems.splice(0)
  expect(reported.length).toBeGreaterThan(0)
  for (const each of reported) expect(each).toMatch(what)
}

test('the page has no Node, and of the shell only three functions', async () => {
  const seen = await running.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
    desktop: Object.keys((window as unknown as { desktop: object }).desktop).sort(),
  }))
  expect(seen).toEqual({ node: [], desktop: ['call', 'listen', 'pathOfFile'] })
})

test('the page is isolated and sandboxed, and so is its process', async () => {
  const [pid, preferences, args] = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in the types, but the only way to see what is in force.
    const asked = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      asked.getLastWebPreferences()
    const preferences = { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
    return [contents?.getOSProcessId() ?? 0, preferences, process.argv] as const
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  })
  if (process.env['NO_SANDBOX'] || process.platform !== 'linux') return
  expect(args).not.toContain('--no-sandbox')
  expect(fs.readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
})

test('only scripts of the product run: none inline, none evaluated, none from elsewhere', async () => {
  const policy = await running.page.evaluate(async () => {
    const page = await fetch('/index.html')
    return page.headers.get('content-security-policy') ?? ''
  })
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-eval')
  const ran = await running.page.evaluate(async (address) => {
    const script = (fill: (made: HTMLScriptElement) => void) => {
      const made = document.createElement('script')
      fill(made)
      document.body.append(made)
      made.remove()
    }
    script((made) => (made.textContent = 'window.inline = 1'))
    script((made) => (made.src = `${address}script.js`))
    script((made) => (made.src = 'data:text/javascript,window.fromData = 1'))
    document.body.insertAdjacentHTML('beforeend', '<img id="probe" src="x:" onerror="window.handler = 1">')
    document.querySelector('#probe')?.remove()
    const fetched = await fetch(`${address}data.json`).then(
      () => 'fetched',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    // Only now: what the test itself starts may evaluate until it first waits.
    const evaluated = await new Promise((resolve) => {
      try {
        resolve(Reflect.construct(Function, ['return "evaluated"'])())
      } catch {
        resolve('refused')
      }
    })
    return { evaluated, fetched, names: ['inline', 'fromData', 'handler'].filter((name) => name in window) }
  }, address)
  expect(ran).toEqual({ evaluated: 'refused', fetched: 'refused', names: [] })
  expectReported(/Content Security Policy/)
})

test('the page neither navigates away nor opens windows nor embeds other pages', async () => {
  const { page, app } = running
  const tries = [
    (to: string) => void (location.href = to),
    (to: string) => void window.open(to),
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    },
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
    },
    (to: string) => {
      const frame = Object.assign(document.createElement('iframe'), { src: to })
      document.body.append(frame)
      setTimeout(() => frame.remove(), 50)
    },
  ]
  for (const attempt of tries) {
    for (const to of [address, 'file:///etc/passwd', 'https://example.com/']) await page.evaluate(attempt, to)
  }
  await page.waitForTimeout(200)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(page.frames()).toHaveLength(1)
  expectReported(/Content Security Policy|Not allowed to load local resource|Failed to load|ERR_/)
})

test('every permission is denied, but copying a text', async () => {
  const { page } = running
  const answers: Record<string, string> = await page.evaluate(async () => {
    const asked = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      )
    const ask = async (name: string) => {
      const status = await navigator.permissions.query({ name: name as PermissionName })
      return [name, status.state] as const
    }
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
    ]
    return {
      ...Object.fromEntries(await Promise.all(names.map(ask))),
      notification: await Notification.requestPermission(),
      media: await asked(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await asked(navigator.mediaDevices.getDisplayMedia()),
      read: await asked(navigator.clipboard.readText()),
    }
  })
  const denied = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'notification']
  for (const name of denied) expect(answers[name], name).toBe('denied')
  for (const name of ['media', 'screen', 'read']) expect(answers[name], name).not.toBe('granted')
  expect(answers['clipboard-write']).toBe('granted')
  running.problems.length = 0
})

test('the page’s scheme serves the built page and nothing around it', async () => {
  const asked = await running.app.evaluate(async ({ net }) => {
    const addresses = [
      'app://showroom/index.html',
      'app://showroom/../../package.json',
      'app://showroom/..%2f..%2fpackage.json',
      'app://showroom/%2e%2e/main/index.js',
      'app://showroom/..%5c..%5cpackage.json',
      'app://other/index.html',
    ]
    return Promise.all(addresses.map(async (each) => (await net.fetch(each)).status))
  })
  expect(asked).toEqual([200, 404, 404, 404, 404, 404])
})

/** What a page does to reach the application: a channel, one end of it posted, one question. Runs in the page. */
const reach = async ({ messages, target }: { messages: unknown[]; target: 'window' | 'parent' }) => {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => {
      const { i, p } = JSON.parse(String(data)) as { i: string; p: { b?: { json?: unknown } } }
      if (i === 'last') resolve(p.b?.json)
    })
  })
  port1.start()
  ;(target === 'window' ? window : window.parent).postMessage({ type: 'showroom:port' }, '*', [port2])
  for (const each of messages) port1.postMessage(each)
  port1.postMessage(JSON.stringify({ i: 'last', p: { u: '/setup/state' } }))
  return Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve('no answer'), 700))])
}

test('1,000 malformed messages later, a call on the same port is answered', async () => {
  const text = (each: unknown) => JSON.stringify(each)
  const bad = [
    '',
    '{',
    'null',
    text({ i: 1 }),
    text({ i: 'a', p: { u: 7 } }),
    text({ i: 'a', p: { u: '/__proto__/constructor' } }),
    text({ i: 'a', p: { u: '/session/signIn', b: { json: { login: {}, password: [] }, meta: [[9]] } } }),
    text({ i: 'a', t: 3, p: null }),
    { not: 'a message' },
    null,
  ]
  const messages = Array.from({ length: 1000 }, (_, index) => bad[index % bad.length])
  const answer = await running.page.evaluate(reach, { messages, target: 'window' as const })
  expect(answer).toMatchObject({ state: 'no_store' })
  expect(running.output()).not.toMatch(/unhandled/i)
})

test('a frame within the page and a page from elsewhere reach neither the application nor the desktop', async () => {
  const { page, app } = running
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { id: 'within' }))
  })
  const within = page.frames().find((each) => each !== page.mainFrame())
  const nothing = { messages: [], target: 'window' as const }
  expect(await within?.evaluate(() => 'desktop' in window)).toBe(false)
  expect(await within?.evaluate(reach, nothing)).toBe('no answer')
  expect(await within?.evaluate(reach, { ...nothing, target: 'parent' as const })).toBe('no answer')
  await page.evaluate(() => document.querySelector('#within')?.remove())

  const elsewhere = await app.evaluate(
    async ({ BrowserWindow }, { script, preload }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL('data:text/html,<title>elsewhere</title>')
      const answers: unknown = await window.webContents.executeJavaScript(script)
      window.destroy()
      return answers
    },
    {
      preload: path.resolve('out/preload/index.cjs'),
      script: `Promise.all([(${String(reach)})(${JSON.stringify(nothing)}), desktop.call('versions', {}).then(() => 'answered', () => 'refused')])`,
    },
  )
  expect(elsewhere).toEqual(['no answer', 'refused'])
  expect(await page.evaluate(reach, nothing)).toMatchObject({ state: 'no_store' })
})

test('the desktop writes only where a person chose to save, and answers nothing it does not know', async () => {
  const { page, app } = running
  const chosen = path.join(folder, 'chosen.pdf')
  const other = path.join(folder, 'other.pdf')
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, chosen)
  const results = await page.evaluate(
    async ({ chosen, other }) => {
      const { call } = (
        window as unknown as { desktop: { call: (name: unknown, args: unknown) => Promise<unknown> } }
      ).desktop
      const ask = (name: unknown, args: unknown) =>
        call(name, args).then(
          () => 'done',
          () => 'refused',
        )
      return {
        before: await ask('printToPdf', { path: chosen, landscape: false }),
        saved: await call('saveFile', { suggestedName: '../../x.pdf', kind: 'pdf' }),
        after: await ask('printToPdf', { path: chosen, landscape: false }),
        other: await ask('printToPdf', { path: other, landscape: false }),
        picture: await ask('capturePage', { path: other }),
        unknown: await ask('openExternal', { url: 'https://example.com' }),
        inherited: await ask('toString', {}),
        arguments: await ask('windowTitle', { title: 'x', extra: 1 }),
        shape: await ask('windowTitle', null),
      }
    },
    { chosen, other },
  )
  expect(results).toEqual({
    before: 'refused',
    saved: chosen,
    after: 'done',
    other: 'refused',
    picture: 'refused',
    unknown: 'refused',
    inherited: 'refused',
    arguments: 'refused',
    shape: 'refused',
  })
  expect(fs.readFileSync(chosen).subarray(0, 5).toString()).toBe('%PDF-')
  expect(fs.readdirSync(folder)).toEqual(['chosen.pdf'])
})
