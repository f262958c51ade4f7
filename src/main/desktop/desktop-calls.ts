import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain, shell } from 'electron'
import { z } from 'zod'
import {
  channels,
  longestPicture,
  type DesktopAnswer,
  type DesktopArgs,
  type DesktopCall,
  type FileKind,
} from '#shared/contract/desktop.ts'
import type { Board } from './board-window.ts'
import { captureWhole } from './capture-whole.ts'
import type { Dialogs } from './dialogs.ts'
import type { Log } from './log.ts'
import { isOwnPage } from './origin.ts'

const kind = z.enum(['ledger', 'pdf', 'picture', 'recording'] satisfies FileKind[])
const file = z
  .string()
  .min(1)
  .max(4096)
  .refine((text) => path.isAbsolute(text))
const landscape = z.boolean()
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
  /** The first window has something to show. */
  readonly usable: () => void
}

/** Answers the questions of the page to the desktop. */
export function answerDesktopCalls({ dialogs, log, board, usable }: DesktopParts): void {
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
      if (!isRemote(args.path) && existsSync(args.path)) shell.showItemInFolder(args.path)
      return Promise.resolve(null)
    },
    fullScreen: (window, args) => {
      const before = window.isFullScreen()
      if (before !== args.on) window.setFullScreen(args.on)
      return Promise.resolve(before)
    },
    board: (window, args) => {
      if (args.open) return Promise.resolve(board.open(window))
      board.close()
      return Promise.resolve(false)
    },
    windowTitle: (window, args) => {
      window.setTitle(args.title)
      return Promise.resolve(null)
    },
    usable: () => {
      usable()
      return Promise.resolve(null)
    },
    versions: () =>
      Promise.resolve({
        product: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
      }),
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
