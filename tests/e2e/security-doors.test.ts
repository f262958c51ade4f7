import fs from 'node:fs'
import path from 'node:path'
import { expect } from '../support/electron.ts'
import { besiege } from '../support/windows/security-checklist.ts'

/** S1: the ways out of a page, and into it. */

const { item, complete } = besiege('doors')

item('no navigation away, however it is tried', async (besieged) => {
  const { running, windows, address } = besieged
  const ways = ['assign', 'replace', 'anchor', 'form', 'refresh', 'history', 'top'] as const
  for (const page of windows())
    for (const way of ways)
      for (const to of [
        address,
        'file:///etc/passwd',
        'data:text/html,x',
        'app://other/index.html',
        'app://showroom/../x',
      ])
        await page.evaluate(
          ([how, target]) => {
            const node = document.createElement('div')
            document.body.append(node)
            try {
              if (how === 'assign') location.assign(target)
              if (how === 'replace') location.replace(target)
              if (how === 'top') window.open(target, '_top')
              if (how === 'history') history.pushState(null, '', target)
              if (how === 'anchor')
                node.appendChild(Object.assign(document.createElement('a'), { href: target })).click()
              if (how === 'form')
                node.appendChild(Object.assign(document.createElement('form'), { action: target })).submit()
              if (how === 'refresh') node.innerHTML = `<meta http-equiv="refresh" content="0;url=${target}">`
            } catch {
              // Refused by the page itself.
            }
            node.remove()
          },
          [way, to] as const,
        )
  await running.page.waitForTimeout(300)
  // An empty page is the one that Electron does not ask about: the window comes back to the product by itself.
  for (const page of windows()) {
    await page.evaluate(() => setTimeout(() => location.assign('about:blank'), 0))
    await page.waitForURL('about:blank', { timeout: 1_000 }).catch(() => undefined)
    await page.waitForURL(/^app:\/\/showroom\/index\.html/)
    await expect
      .poll(() => page.evaluate(() => document.querySelector('#root')?.childElementCount ?? 0))
      .toBeGreaterThan(0)
  }
})

item('no new window, however it is asked for', async (besieged) => {
  const { running, windows, address } = besieged
  for (const page of windows()) {
    const opened = await page.evaluate(
      (to) =>
        [
          window.open(to),
          window.open('about:blank'),
          window.open('', '', 'popup,nodeIntegration=1,preload=x'),
        ].map(String),
      address,
    )
    expect(opened).toEqual(['null', 'null', 'null'])
    // A middle click, and one with Ctrl or Shift, ask for a window too.
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, id: 'away', textContent: 'away' })
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99999;padding:20px'
      document.body.append(link)
    }, address)
    const away = page.locator('#away')
    await away.click({ button: 'middle', force: true })
    await away.click({ modifiers: ['Control'], force: true })
    await away.click({ modifiers: ['Shift'], force: true })
    await page.evaluate(() => document.querySelector('#away')?.remove())
  }
  await running.page.waitForTimeout(300)
})

item('nothing is handed to the browser of the system', async (besieged) => {
  const { running, windows, address } = besieged
  await running.app.evaluate(({ shell }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    shell.openExternal = (url) => Promise.resolve(void heard.push(url))
    shell.openPath = (file) => Promise.resolve(String(heard.push(file)))
    shell.showItemInFolder = (file) => void heard.push(file)
  })
  for (const page of windows())
    await page.evaluate(async (to) => {
      for (const url of [
        to,
        'https://example.com',
        'file:///etc',
        'smb://other/share',
        'mailto:a@example.com',
        'javascript:1',
      ])
        window.open(url)
      // A share of another machine is not even looked for: asking would send this person's name there.
      for (const file of [
        '\\\\other\\share\\x',
        '//other/share/x',
        '/no/such/file',
        'relative',
        'https://example.com',
      ])
        await window.desktop.call('openPath', { path: file }).catch(() => undefined)
    }, address)
  expect(await running.app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([])
})

item('the version of Electron is pinned, and only that one is packaged', () => {
  const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(manifest.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  const installed = JSON.parse(fs.readFileSync('node_modules/electron/package.json', 'utf8')) as {
    version: string
  }
  expect(installed.version).toBe(manifest.devDependencies['electron'])
  const config = fs.readFileSync('electron-builder.config.mjs', 'utf8')
  expect(config).toContain('beforePack: refuseStandIn')
  expect(config).not.toContain('electronDist')
})

item('the sender of every message is checked', async (besieged) => {
  const { running } = besieged
  const preload = path.resolve('out/preload/index.cjs')
  const answers = await running.app.evaluate(async ({ BrowserWindow, ipcMain }, file) => {
    const channels = [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
      ...ipcMain.eventNames(),
    ]
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: file, sandbox: true, contextIsolation: true },
    })
    const all: string[] = []
    for (const url of ['data:text/html,x', 'about:blank', 'data:text/html,<iframe srcdoc=x></iframe>']) {
      await window.loadURL(url).catch(() => undefined)
      const asked = await window.webContents.executeJavaScript(
        `Promise.all(['versions','pickFolder','update','board'].map((name) => desktop.call(name, {act:'check',open:true}).then(() => 'answered', () => 'refused')))`,
      )
      all.push(...(asked as string[]))
    }
    window.destroy()
    return { channels: channels.map(String).sort(), all }
  }, preload)
  expect(new Set(answers.all)).toEqual(new Set(['refused']))
  // A new channel has to come here, and be refused to strangers too.
  expect(answers.channels).toEqual(expect.arrayContaining(['desktop', 'showroom:port']))
  expect(
    answers.channels.filter(
      (each) => !/^(desktop|showroom:port|error|-ms-.*|ELECTRON_.*|BROWSER_.*|.*playwright.*)$/i.test(each),
    ),
  ).toEqual([])
})

item('pages come over app://, never file://', async (besieged) => {
  const { running } = besieged
  const asked = await running.app.evaluate(async ({ net }) => {
    const hostile = [
      '../../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/main/index.js',
      '..%5c..%5cpackage.json',
      '%00',
      'index.html%00.js',
      'C:/x.js',
      '//etc/passwd',
      'assets/../../main/start.js',
      'assets',
      '%',
    ]
    const statuses = await Promise.all(
      hostile.map(async (each) => [each, (await net.fetch(`app://showroom/${each}`)).status] as const),
    )
    const other = await Promise.all(
      ['app://other/index.html', 'app://showroom.example.com/index.html'].map(
        async (each) => (await net.fetch(each)).status,
      ),
    )
    const methods = await Promise.all(
      ['POST', 'PUT', 'DELETE'].map(
        async (method) => (await net.fetch('app://showroom/index.html', { method })).status,
      ),
    )
    return { bad: statuses.filter(([, status]) => status !== 404), other, methods }
  })
  expect(asked).toEqual({ bad: [], other: [404, 404], methods: [404, 404, 404] })
})

item('the fuses of a release are written down', () => {
  // Read back out of the binary by tests/packaged/fuses.test.ts.
  const config = fs.readFileSync('electron-builder.config.mjs', 'utf8')
  for (const off of [
    'runAsNode',
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'grantFileProtocolExtraPrivileges',
  ])
    expect(config).toContain(`${off}: false`)
  for (const on of ['onlyLoadAppFromAsar', 'enableEmbeddedAsarIntegrityValidation', 'enableCookieEncryption'])
    expect(config).toContain(`${on}: true`)
})

item('no API of Electron is within reach of a page', async (besieged) => {
  const { windows } = besieged
  for (const page of windows()) {
    const seen = await page.evaluate(() => ({
      desktop: Object.keys(window.desktop).sort(),
      names: ['electron', 'ipcRenderer', 'webFrame', 'remote', 'contextBridge', 'shell'].filter(
        (name) => name in window,
      ),
      leaks: Object.values(window.desktop).some((each) => typeof each !== 'function'),
    }))
    expect(seen).toEqual({ desktop: ['call', 'listen', 'pathOfFile'], names: [], leaks: false })
    const calls = await page.evaluate(async () => {
      const names = [
        'openExternal',
        'eval',
        'constructor',
        '__proto__',
        'invoke',
        'send',
        'readFile',
        'exec',
        '',
      ]
      return Promise.all(
        names.map((name) =>
          window.desktop.call(name as 'versions', {}).then(
            () => name,
            () => 'refused',
          ),
        ),
      )
    })
    expect(new Set(calls)).toEqual(new Set(['refused']))
  }
})

complete()
