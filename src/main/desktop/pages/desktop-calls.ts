import { existsSync } from 'node:fs'
import path from 'node:path'
import { BrowserWindow, ipcMain, shell } from 'electron'
import { z } from 'zod'
import {
  channels,
  longestPicture,
  type DesktopAnswer,
  type DesktopArgs,
  type DesktopCall,
  type FileKind,
  type ReminderFacts,
} from '#shared/contract/desktop.ts'
import { timeOfDay } from '#shared/contract/pieces.ts'
import { channel } from '#shared/domain/codes.ts'
import { updateActs } from '#shared/contract/update-status.ts'
import type { Board } from '#main/desktop/windows/board-window.ts'
import { captureWhole } from '#main/desktop/windows/capture-whole.ts'
import type { Dialogs } from '#main/desktop/windows/dialogs.ts'
import type { Log } from '#main/desktop/support/log.ts'
import { choicesSchema } from '#main/desktop/machine/choices.ts'
import { isOwnPage } from './origin.ts'
import type { MachineSettings } from '#main/desktop/machine/machine-settings.ts'
import type { Reminders } from '#main/desktop/notices/reminders.ts'
import type { CollectSupport } from '#main/desktop/support/support.ts'
import type { Updates } from '#main/desktop/updates/updates.ts'
import { versions } from '#main/desktop/machine/versions.ts'
import type { Windows } from '#main/desktop/windows/windows.ts'

const kind = z.enum(['ledger', 'pdf', 'picture', 'recording', 'support'] satisfies FileKind[])
const file = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => path.isAbsolute(text))
const landscape = z.boolean()
/** Text of a notification is drawn by the system: one short line. */
const short = z.string().max(60)
const reminderFacts = z.strictObject({
  staffId: short,
  on: short,
  time: timeOfDay,
  storeIsOpen: z.boolean(),
  open: z.int().min(0),
  timed: z
    .array(
      z.strictObject({
        planId: short,
        customerId: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
        customerName: short,
        time: timeOfDay,
        minutesLeft: z.int(),
        channel,
      }),
    )
    .max(500),
}) satisfies z.ZodType<ReminderFacts>
const pixels = z.number().int().min(1).max(longestPicture)

/** What each question takes; whatever else a page sends is refused (S3). */
const schemas: { readonly [N in DesktopCall]: z.ZodType<DesktopArgs<N>> } = {
  pickFile: z.strictObject({ kind }),
  pickFolder: z.strictObject({}),
  saveFile: z.strictObject({ suggestedName: z.string().max(300), kind }),
  printToPdf: z.strictObject({ landscape, path: file }),
  print: z.strictObject({ landscape }),
  capturePage: z.strictObject({ path: file, width: pixels, height: pixels }),
  openPath: z.strictObject({ path: file }),
  fullScreen: z.strictObject({ on: z.boolean() }),
  board: z.strictObject({ open: z.boolean() }),
  windowTitle: z.strictObject({ title: z.string().max(300) }),
  usable: z.strictObject({ screen: z.string().max(100) }),
  versions: z.strictObject({}),
  update: z.strictObject({ act: z.enum(updateActs) }),
  settings: z.strictObject({}),
  choose: choicesSchema.partial(),
  newWindow: z.strictObject({}),
  remind: z.strictObject({ facts: reminderFacts.nullable() }),
  noteProblem: z.strictObject({ text: z.string().max(8000) }),
  collectSupport: z.strictObject({}),
}
type Answers = {
  readonly [N in DesktopCall]: (window: BrowserWindow, args: DesktopArgs<N>) => Promise<DesktopAnswer<N>>
}

/** A share on another machine: only naming it would send this person's credentials there. */
const isRemote = (text: string) => /^[\\/]{2}/.test(text)

export interface DesktopParts {
  readonly dialogs: Dialogs
  readonly log: Log
  readonly board: Board
  readonly windows: Windows
  readonly settings: MachineSettings
  readonly reminders: Reminders
  readonly collectSupport: CollectSupport
  readonly updates: Updates
  readonly noteProblem: (text: string) => void
  /** A window has something to show. */
  readonly usable: (window: BrowserWindow) => void
}

/** Answers the questions of the page to the desktop. */
export function answerDesktopCalls(parts: DesktopParts): void {
  const { dialogs, log, board, windows, settings, reminders } = parts
  const answers: Answers = {
    pickFile: (window, args) => dialogs.pickFile(window, args.kind),
    pickFolder: (window) => dialogs.pickFolder(window),
    saveFile: (window, args) => dialogs.saveFile(window, args.suggestedName, args.kind),
    printToPdf: async (window, args) => {
      const page = {
        landscape: args.landscape,
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
      } as const
      await dialogs.write(args.path, await window.webContents.printToPDF(page))
      return null
    },
    print: (window, args) =>
      new Promise((resolve) =>
        window.webContents.print(
          { landscape: args.landscape, printBackground: true, silent: false },
          resolve,
        ),
      ),
    capturePage: async (window, args) => {
      await dialogs.write(args.path, await captureWhole(window.webContents, args))
      return null
    },
    openPath: (_window, args) => {
      // Of what is not there any more, the folder is shown where it was.
      const shown = [args.path, path.dirname(args.path)].find((each) => !isRemote(each) && existsSync(each))
      if (shown !== undefined) shell.showItemInFolder(shown)
      return Promise.resolve(null)
    },
    fullScreen: (window, args) => {
      const before = window.isFullScreen()
      if (before !== args.on) window.setFullScreen(args.on)
      return Promise.resolve(before)
    },
    board: (window, args) => {
      if (args.open) return Promise.resolve(board.open(window, windows.nameOf(window)))
      board.close()
      return Promise.resolve(false)
    },
    windowTitle: (window, args) => {
      window.setTitle(args.title)
      return Promise.resolve(null)
    },
    usable: (window) => {
      parts.usable(window)
      return Promise.resolve(null)
    },
    versions: () => Promise.resolve(versions()),
    update: (_window, { act }) => parts.updates[act](),
    settings: () => Promise.resolve(settings.read()),
    choose: (_window, args) => Promise.resolve(settings.choose(args)),
    newWindow: (window) => {
      windows.openBeside(window)
      return Promise.resolve(null)
    },
    remind: (window, { facts }) => {
      reminders.remind(window, facts)
      return Promise.resolve(null)
    },
    noteProblem: (_window, { text }) => {
      parts.noteProblem(text)
      return Promise.resolve(null)
    },
    collectSupport: (window) => parts.collectSupport(window),
  }

  ipcMain.handle(channels.desktop, async (event, name: unknown, args: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isOwnPage(event.senderFrame) || !window || !isCall(name)) throw new Error('refused')
    const parsed = schemas[name].safeParse(args)
    if (!parsed.success) throw new Error(`refused: ${name} does not take this`)
    try {
      // The one place where the types of all questions meet: schema and answer stand under the same name.
      return await (answers[name] as (window: BrowserWindow, args: unknown) => Promise<unknown>)(
        window,
        parsed.data,
      )
    } catch (error) {
      log.error('desktop', error)
      throw error
    }
  })
}

const isCall = (name: unknown): name is DesktopCall =>
  typeof name === 'string' && Object.hasOwn(schemas, name)
