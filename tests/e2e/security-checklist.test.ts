import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expect } from '../support/electron.ts'
import { besiege, preferences, type Besieged } from '../support/windows/security-checklist.ts'

/** S1: what a page is, and may do. */

const { item, complete } = besiege('pages')

const expectEach = async (besieged: Besieged, wanted: Record<string, unknown>) => {
  const all = await preferences(besieged)
  expect(all).toHaveLength(2)
  for (const each of all) expect(each.preferences).toMatchObject(wanted)
}

item('only secure content is loaded', async (besieged) => {
  const { windows, address } = besieged
  for (const page of windows()) {
    expect(await page.evaluate(() => [window.isSecureContext, location.protocol])).toEqual([true, 'app:'])
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(loaded.filter((each) => !each.startsWith('app://showroom/'))).toEqual([])
    for (const url of [address, address.replace('http', 'ws'), 'file:///etc/passwd', 'ftp://127.0.0.1/'])
      expect(
        await page.evaluate(
          (to) =>
            fetch(to).then(
              () => 'read',
              () => 'refused',
            ),
          url,
        ),
        url,
      ).toBe('refused')
    const beacon = await page.evaluate((to) => {
      new Image().src = `${to}image`
      const socket = new Promise((resolve) => {
        try {
          const opened = new WebSocket(to.replace('http', 'ws'))
          opened.addEventListener('error', () => resolve('refused'))
          opened.addEventListener('open', () => resolve('open'))
        } catch {
          resolve('refused')
        }
      })
      navigator.sendBeacon(`${to}beacon`, 'x')
      return socket
    }, address)
    expect(beacon).toBe('refused')
  }
})

item('no Node.js in pages, frames, workers or windows', async (besieged) => {
  const { windows } = besieged
  await expectEach(besieged, { nodeIntegration: false, nodeIntegrationInSubFrames: false })
  const globals = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate']
  for (const page of windows()) {
    const found = await page.evaluate((names) => names.filter((name) => name in window), globals)
    const inFrame = await page.evaluate((names) => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const own = frame.contentWindow as unknown as Record<string, unknown>
      const seen = [...names, 'desktop'].filter((name) => name in own)
      frame.remove()
      return seen
    }, globals)
    expect([found, inFrame]).toEqual([[], []])
    // A worker would have to be a file of the product: one out of a text is refused, and there is none with Node either.
    const worker = await page.evaluate(
      () =>
        new Promise((resolve) => {
          try {
            const url = URL.createObjectURL(
              new Blob(['postMessage(typeof process)'], { type: 'text/javascript' }),
            )
            const made = new Worker(url)
            made.addEventListener('message', ({ data }) => resolve(data))
            made.addEventListener('error', () => resolve('refused'))
          } catch {
            resolve('refused')
          }
        }),
    )
    expect(worker).toBe('refused')
  }
  const inWorkers = (await preferences(besieged)).map(
    (each) => each.preferences['nodeIntegrationInWorker'] ?? false,
  )
  expect(inWorkers).toEqual([false, false])
})

item('context isolation in every page', async (besieged) => {
  const { windows } = besieged
  await expectEach(besieged, { contextIsolation: true })
  for (const page of windows()) {
    // What the page spoils in its own world, the preload does not use.
    const answer = await page.evaluate(async () => {
      let seen = 0
      const spoilt = {
        configurable: true,
        set: () => {
          seen += 1
        },
      }
      Object.defineProperty(window, 'ipc', spoilt)
      const versions = await window.desktop.call('versions', {})
      return [typeof versions.product, seen]
    })
    expect(answer).toEqual(['string', 0])
    expect(
      await page.evaluate(() => Object.isFrozen(window.desktop) || !Reflect.set(window, 'desktop', {})),
    ).toBe(true)
  }
})

item('every page is sandboxed, and so is its process', async (besieged) => {
  await expectEach(besieged, { sandbox: true })
  if (process.env['NO_SANDBOX'] || process.platform !== 'linux') return
  for (const { pid } of await preferences(besieged))
    expect(fs.readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
})

item('every permission that is asked for is denied', async (besieged) => {
  const { windows } = besieged
  for (const page of windows()) {
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'idle-detection',
        'local-fonts',
        'storage-access',
        'window-management',
        'background-sync',
      ]
      const all = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => `${name} ${state}`,
            () => '',
          ),
        ),
      )
      return all.filter((each) => each.endsWith('granted'))
    })
    expect(states).toEqual([])
    const granted = await page.evaluate(async () => {
      const tries: Record<string, () => Promise<unknown>> = {
        media: () => navigator.mediaDevices.getUserMedia({ video: true }),
        display: () => navigator.mediaDevices.getDisplayMedia(),
        usb: () =>
          (
            navigator as unknown as { usb: { requestDevice: (o: object) => Promise<unknown> } }
          ).usb.requestDevice({ filters: [] }),
        serial: () =>
          (navigator as unknown as { serial: { requestPort: () => Promise<unknown> } }).serial.requestPort(),
        hid: () =>
          (navigator as unknown as { hid: { requestDevice: (o: object) => Promise<unknown[]> } }).hid
            .requestDevice({ filters: [] })
            .then((found) => (found.length > 0 ? found : Promise.reject(new Error('none')))),
        position: () =>
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      }
      const names = await Promise.all(
        Object.entries(tries).map(([name, ask]) =>
          Promise.resolve()
            .then(ask)
            .then(
              () => name,
              () => '',
            ),
        ),
      )
      return names.filter(Boolean)
    })
    expect(granted).toEqual([])
  }
})

item('web security is on', (besieged) => expectEach(besieged, { webSecurity: true }))

item('a content security policy lets only the product in', async (besieged) => {
  const { running } = besieged
  const { headers } = await running.page.evaluate(async () => {
    const answer = await fetch('/index.html')
    return { headers: Object.fromEntries(answer.headers) }
  })
  const directives = (headers['content-security-policy'] ?? '').split('; ').map((each) => each.split(' '))
  const policy = Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources.join(' ')]))
  expect(policy).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
  // The one exception, which docs/security.md argues: it lets in looks, never a script or an address.
  const unsafe = Object.entries(policy).filter(([, sources]) => /unsafe|\*|https?:/.test(sources))
  expect(unsafe).toEqual([['style-src', "'self' 'unsafe-inline'"]])
  expect(headers['x-content-type-options']).toBe('nosniff')
})

item('no insecure content on a secure page', (besieged) =>
  expectEach(besieged, { allowRunningInsecureContent: false }),
)
item('no experimental features', (besieged) => expectEach(besieged, { experimentalFeatures: false }))
item('no Blink features switched on', async (besieged) => {
  const { running } = besieged
  for (const each of await preferences(besieged))
    expect(each.preferences['enableBlinkFeatures'] || each.preferences['disableBlinkFeatures'] || '').toBe('')
  const switches = await running.app.evaluate(({ app }) =>
    [
      'enable-blink-features',
      'disable-web-security',
      'remote-allow-origins',
      'ignore-certificate-errors',
    ].filter((name) => app.commandLine.hasSwitch(name)),
  )
  expect(switches).toEqual([])
})

const addWebview = (page: Page, popups: boolean) =>
  page.evaluate(
    async ([to, allow]) => {
      const view = Object.assign(document.createElement('webview'), { src: to })
      if (allow) view.setAttribute('allowpopups', '')
      document.body.append(view)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const isPlain = !('loadURL' in view)
      view.remove()
      return isPlain
    },
    ['https://example.com/', popups] as const,
  )
item('no <webview> opens windows', async (besieged) => {
  const { windows } = besieged
  for (const page of windows()) expect(await addWebview(page, true)).toBe(true)
})
item('no <webview> is attached at all', async (besieged) => {
  const { windows } = besieged
  await expectEach(besieged, { webviewTag: false })
  for (const page of windows()) expect(await addWebview(page, false)).toBe(true)
})

complete()
