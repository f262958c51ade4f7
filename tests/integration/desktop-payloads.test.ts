import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { channels, type DesktopArgs, type DesktopCall } from '#shared/contract/desktop.ts'
import { choicesSchema, openChoices } from '#main/desktop/machine/choices.ts'
import { makeMachineSettings } from '#main/desktop/machine/machine-settings.ts'
import { makeReminders } from '#main/desktop/notices/reminders.ts'
import { openToldNotices } from '#main/desktop/notices/told-notices.ts'
import { answerDesktopCalls, type DesktopParts } from '#main/desktop/pages/desktop-calls.ts'
import { makeDialogs } from '#main/desktop/windows/dialogs.ts'
import { makeChance, type Chance } from '#tests/support/payloads/chance.ts'
import { mutated } from '#tests/support/payloads/from-schema.ts'
import { nasty, nastyText } from '#tests/support/payloads/nasty.ts'

type Handler = (event: unknown, name: unknown, args: unknown) => Promise<unknown>

/** What Electron was asked for, and what the person answers: it stands in for a system with windows. */
const system = vi.hoisted(() => ({
  handlers: new Map<string, unknown>(),
  documents: '',
  data: '',
  chosen: '' as string | null,
  suggested: [] as string[],
  shown: [] as string[],
  window: undefined as unknown,
}))
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getPath: (name: string) => (name === 'documents' ? system.documents : system.data),
    getVersion: () => '1.0.0',
    getName: () => 'showroom',
    setLoginItemSettings: () => undefined,
  },
  dialog: {
    showOpenDialog: (_window: unknown, { properties }: { properties: string[] }) => {
      const picked = properties.includes('openDirectory') ? '' : 'in.csv'
      return Promise.resolve({ canceled: false, filePaths: [path.join(system.documents, picked)] })
    },
    showSaveDialog: (_window: unknown, options: { defaultPath: string }) => {
      system.suggested.push(options.defaultPath)
      return Promise.resolve({ canceled: system.chosen === null, filePath: system.chosen ?? '' })
    },
  },
  ipcMain: { handle: (channel: string, handler: unknown) => void system.handlers.set(channel, handler) },
  BrowserWindow: { fromWebContents: () => system.window },
  shell: { showItemInFolder: (file: string) => void system.shown.push(file) },
  Notification: class {
    static isSupported = () => true
    on() {}
    show() {}
  },
}))

const payloads = 4000
/** What a refusal may say; anything else is a mistake of ours. */
const refusals = /^(refused|nobody chose to save there)/

/** A machine with one window, whose files lie in a folder of their own; what the pieces beside it are asked is counted. */
function openDesktop() {
  const root = mkdtempSync(path.join(tmpdir(), 'showroom-desktop-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const data = path.join(root, 'data')
  const documents = path.join(root, 'documents')
  for (const folder of [data, documents]) mkdirSync(folder)
  writeFileSync(path.join(documents, 'secret.txt'), 'untouched')
  system.documents = documents
  system.data = data
  system.chosen = path.join(documents, 'chosen.pdf')
  system.suggested.length = 0
  system.shown.length = 0
  const page = {
    printToPDF: () => Promise.resolve(Buffer.from('pdf')),
    print: (_options: unknown, done: (ok: boolean) => void) => done(true),
    debugger: {
      isAttached: () => true,
      sendCommand: () => Promise.resolve({ data: Buffer.from('png').toString('base64') }),
    },
  }
  system.window = {
    id: 1,
    webContents: page,
    once: () => undefined,
    isDestroyed: () => false,
    isFullScreen: () => false,
    setFullScreen: () => undefined,
    setTitle: () => undefined,
  }
  const problems: unknown[] = []
  const log = { error: (_what: string, error: unknown) => void problems.push(error) } as DesktopParts['log']
  const choices = openChoices(path.join(data, 'desktop.json'))
  const counts: number[] = []
  const idle = () => Promise.resolve({ state: 'off' } as never)
  answerDesktopCalls({
    dialogs: makeDialogs('zh-CN'),
    log,
    board: { open: () => false, close: () => undefined } as unknown as DesktopParts['board'],
    windows: { nameOf: () => '1', openBeside: () => undefined } as unknown as DesktopParts['windows'],
    settings: makeMachineSettings(choices, { shown: false }, log),
    reminders: makeReminders({
      locale: 'zh-CN',
      told: openToldNotices(path.join(data, 'reminders.json')),
      choices: choices.current,
      show: () => undefined,
      count: (open) => void counts.push(open),
    }),
    collectSupport: () => Promise.resolve(null),
    updates: new Proxy({}, { get: () => idle }) as DesktopParts['updates'],
    noteProblem: (text) => void problems.push(text),
    usable: () => undefined,
  })
  const handler = system.handlers.get(channels.desktop) as Handler
  const own = { sender: page, senderFrame: { parent: null, origin: 'app://showroom' } }
  const call = (name: unknown, args: unknown, event: unknown = own) => handler(event, name, args)
  return { root, data, documents, choices, counts, problems, call }
}

/** What each question is asked with by a page that means well. */
const lawful = (documents: string): { readonly [N in DesktopCall]: DesktopArgs<N> } => {
  const file = path.join(documents, 'chosen.pdf')
  return {
    pickFile: { kind: 'ledger' },
    pickFolder: {},
    saveFile: { suggestedName: '每日检查 2026-03-02.pdf', kind: 'pdf' },
    printToPdf: { landscape: true, path: file },
    print: { landscape: false },
    capturePage: { path: file, width: 800, height: 600 },
    openPath: { path: file },
    fullScreen: { on: true },
    board: { open: true },
    windowTitle: { title: '展厅' },
    usable: { screen: 'to-do' },
    versions: {},
    update: { act: 'check' },
    settings: {},
    choose: { remindOpen: false, minutesBefore: 5, openAt: '18:00' },
    newWindow: {},
    remind: {
      facts: {
        staffId: 's',
        on: '2026-03-02',
        time: '18:00',
        storeIsOpen: true,
        open: 3,
        timed: [
          {
            planId: 'p',
            customerId: 'c',
            customerName: '王先生',
            time: '18:05',
            minutesLeft: 5,
            channel: 'phone',
          },
        ],
      },
    },
    noteProblem: { text: 'oops' },
    collectSupport: {},
  }
}

/** A path that a page could try beside the one that was chosen. */
const somePath = (documents: string, root: string, chance: Chance): string =>
  chance.pick([
    path.join(documents, 'secret.txt'),
    `${documents}/chosen.pdf/../secret.txt`,
    `${documents}/./chosen.pdf`,
    `${documents}//chosen.pdf`,
    `${documents}/chosen.pdf `,
    `${documents}/CHOSEN.PDF`,
    `${documents}/chosen.pdf\u0000.txt`,
    `${documents}/chosen.pdf.part`,
    path.join(root, 'data', 'desktop.json'),
    'chosen.pdf',
    '../chosen.pdf',
    '\\\\server\\share\\x.pdf',
    '//server/share/x.pdf',
    'file:///etc/passwd',
    '/etc/passwd',
    '/',
    `/${'x'.repeat(5000)}`,
    nastyText(chance),
  ])

/** A field that is there and holds nothing: the port of a page carries it, JSON would not. */
const withNothing = (args: object, chance: Chance): object => {
  const keys = Object.keys(args)
  return keys.length === 0 ? { extra: undefined } : { ...args, [chance.pick(keys)]: undefined }
}

/** Every file below a folder with what it holds. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(folder, file), readFileSync(file, 'utf8')]
      }),
  )

it('answers every question of the desktop that is asked as it should be (the control of S3)', async () => {
  const { call, documents, problems, counts } = openDesktop()
  const questions = lawful(documents)
  // A path is written to from the moment on which a person has chosen it, and not before.
  await expect(call('printToPdf', questions.printToPdf)).rejects.toThrow(refusals)
  expect(await call('saveFile', questions.saveFile)).toBe(questions.printToPdf.path)
  for (const [name, args] of Object.entries(questions))
    await expect(call(name, args), name).resolves.toBeDefined()
  expect(filesIn(documents)).toEqual({ 'chosen.pdf': 'png', 'secret.txt': 'untouched' })
  expect(system.shown).toEqual([questions.openPath.path])
  expect(counts.at(-1)).toBe(3)
  expect(problems.map(String)).toEqual([expect.stringContaining('nobody chose'), 'oops'])
})

it('takes from a page what it asks for and nothing else, and writes only where a person chose (S3)', async () => {
  const { call, root, data, documents, choices, problems } = openDesktop()
  const questions = lawful(documents)
  const names = Object.keys(questions) as DesktopCall[]
  const chance = makeChance(Number(process.env['PAYLOADS_SEED'] ?? 1))
  await call('saveFile', questions.saveFile)
  // Whoever asks next gives up: no further path is handed out.
  system.chosen = null
  let answered = 0
  const unexpected: unknown[] = []
  for (let i = 0; i < payloads; i += 1) {
    const known = chance.pick(names)
    const name = chance.yes(0.95) ? known : chance.yes(0.5) ? nastyText(chance) : nasty(chance)
    const other = () => (chance.yes(0.5) ? somePath(documents, root, chance) : nasty(chance))
    const args = chance.yes(0.2)
      ? questions[known]
      : chance.yes(0.1)
        ? withNothing(questions[known], chance)
        : mutated(questions[known], other, chance)
    // A call answers with a promise, whatever it is given: it never throws where it stands.
    await call(name, args).then(
      () => {
        answered += 1
      },
      (error: unknown) => {
        if (!(error instanceof Error) || !refusals.test(error.message)) unexpected.push([name, args, error])
      },
    )
  }
  expect(unexpected).toEqual([])
  expect(answered).toBeGreaterThan(payloads / 10)
  expect(answered).toBeLessThan(payloads)
  // The one file that was chosen is written, and those of the machine's own settings.
  const { 'chosen.pdf': written, ...others } = filesIn(documents)
  expect(['pdf', 'png']).toContain(written)
  expect(others).toEqual({ 'secret.txt': 'untouched' })
  const kinds = /^(desktop\.json|reminders\.json|autostart[\\/].*)$/
  expect(Object.keys(filesIn(data)).filter((name) => !kinds.test(name))).toEqual([])
  expect(readdirSync(root).sort()).toEqual(['data', 'documents'])
  // Nothing on another machine is named to the system, and a suggested name leaves no folder.
  expect(system.shown.filter((file) => !path.isAbsolute(file) || /^[\\/]{2}/.test(file))).toEqual([])
  expect(new Set(system.suggested.map((file) => path.dirname(file)))).toEqual(new Set([documents]))
  // What is chosen for the machine is whole whatever was sent, also for the next start.
  expect(choicesSchema.safeParse(choices.current()).error).toBeUndefined()
  const kept: unknown = JSON.parse(readFileSync(path.join(data, 'desktop.json'), 'utf8'))
  expect(choicesSchema.safeParse(kept).error).toBeUndefined()
  // What went wrong beyond a refusal would stand in the log.
  expect(problems.filter((each) => each instanceof Error && !refusals.test(each.message))).toEqual([])
})

it('answers no frame within a page, and no page of anybody else (S1)', async () => {
  const { call, documents } = openDesktop()
  const foreign = [
    null,
    { parent: null, origin: 'https://example.com' },
    { parent: null, origin: 'null' },
    { parent: null, origin: 'app://other' },
    { parent: { parent: null, origin: 'app://showroom' }, origin: 'app://showroom' },
  ]
  for (const senderFrame of foreign)
    for (const [name, args] of Object.entries(lawful(documents)))
      await expect(call(name, args, { sender: {}, senderFrame })).rejects.toThrow(/^refused$/)
  expect(filesIn(documents)).toEqual({ 'secret.txt': 'untouched' })
})
