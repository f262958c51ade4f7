import type { Channel } from '../domain/codes.ts'
import type { UpdateAct, UpdateStatus } from './update-status.ts'

/**
 * What the page may ask of the desktop beside calling the application, and what it is told unasked.
 * Preload, the shell in main and the screens share it.
 */

/** The longest side of a picture, in pixels: what Chromium can draw in one piece. */
export const longestPicture = 16_000

/** Kinds of file a person can be asked for; the shell turns them into filters of the dialog. */
export type FileKind = 'ledger' | 'pdf' | 'picture' | 'recording' | 'support'

export interface PrintOptions {
  readonly landscape: boolean
}

/** Every question to the desktop by name: what it takes and what it answers. */
export interface DesktopCalls {
  /** Asks for a file to open; null when the person gives up. */
  pickFile: { args: { readonly kind: FileKind }; answer: string | null }
  /** Asks for a folder; null when the person gives up. */
  pickFolder: { args: Record<string, never>; answer: string | null }
  /** Asks where to save; null when the person gives up. Only a path chosen here may be written to. */
  saveFile: { args: { readonly suggestedName: string; readonly kind: FileKind }; answer: string | null }
  /** Writes the page, as it prints, to a path from `saveFile`. */
  printToPdf: { args: PrintOptions & { readonly path: string }; answer: null }
  /** Opens the print dialog of the system; false when the person gives up. */
  print: { args: PrintOptions; answer: boolean }
  /** Writes a picture of the page from its upper left corner, also of what lies below the window's edge. */
  capturePage: {
    args: { readonly path: string; readonly width: number; readonly height: number }
    answer: null
  }
  /** Shows a file in its folder. */
  openPath: { args: { readonly path: string }; answer: null }
  /** Lets the window fill the screen, for a projector, or gives it back; answers whether it filled it before. */
  fullScreen: { args: { readonly on: boolean }; answer: boolean }
  /**
   * Opens 轮排 in a window of its own, on another display where there is one, or brings it to the front; or closes it. Answers
   * whether another display is there to show it.
   */
  board: { args: { readonly open: boolean }; answer: boolean }
  /** Names the window, usually the store and the screen. */
  windowTitle: { args: { readonly title: string }; answer: null }
  /** The screen can be used: a store is shown, or the first start asks for one. Told once, for `[showroom] window usable`. */
  usable: { args: { readonly screen: string }; answer: null }
  versions: { args: Record<string, never>; answer: DesktopVersions }
  /** Looks for a new version of the program, takes it, installs it; answers where it stands then. */
  update: { args: { readonly act: UpdateAct }; answer: UpdateStatus }
  /** What is chosen for this machine, and what of it this system can do. */
  settings: { args: Record<string, never>; answer: DesktopSettings }
  /** Chooses for this machine; answers what holds from now on. */
  choose: { args: Partial<DesktopChoices>; answer: DesktopSettings }
  /** Another window, which opens with the session of this one. */
  newWindow: { args: Record<string, never>; answer: null }
  /** What the person of this window is to be reminded of, or null when nobody is signed in any more. Main decides what is due and not yet told. */
  remind: { args: { readonly facts: ReminderFacts | null }; answer: null }
  /** An error of the page that nobody caught, for the log. */
  noteProblem: { args: { readonly text: string }; answer: null }
  /** Shows what is collected for support, asks where to save it, and writes it; null when the person gives up, else the file. */
  collectSupport: { args: Record<string, never>; answer: string | null }
}

/** Minutes before a plan at which a person can be reminded. */
export const minutesBeforeChoices = [5, 10, 15, 30, 60] as const

/** What a machine is told to do; the choices of everybody who works at it. */
export interface DesktopChoices {
  /** Reminds of a plan with a time, so many minutes before. */
  readonly remindTimed: boolean
  readonly minutesBefore: (typeof minutesBeforeChoices)[number]
  /** Reminds, from a time of day on, of what is not yet done today. */
  readonly remindOpen: boolean
  /** `HH:MM` */
  readonly openAt: string
  /** Closing the last window leaves the application in the tray. */
  readonly closeToTray: boolean
  readonly startWithSystem: boolean
  /** 轮排 on the big screen comes back with the application. */
  readonly reopenBoard: boolean
}

export interface DesktopSettings {
  readonly choices: DesktopChoices
  /** What this system can do; what it cannot is shown as such. */
  readonly can: { readonly notify: boolean; readonly tray: boolean; readonly startWithSystem: boolean }
}

/** What `toDo.reminders` answers, as far as main needs it. */
export interface ReminderFacts {
  readonly staffId: string
  readonly on: string
  readonly time: string
  readonly storeIsOpen: boolean
  readonly open: number
  readonly timed: readonly {
    readonly planId: string
    readonly customerId: string
    readonly customerName: string
    readonly time: string
    readonly minutesLeft: number
    readonly channel: Channel
  }[]
}

export type DesktopCall = keyof DesktopCalls
export type DesktopArgs<N extends DesktopCall> = DesktopCalls[N]['args']
export type DesktopAnswer<N extends DesktopCall> = DesktopCalls[N]['answer']

export interface DesktopVersions {
  readonly product: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
}

/** What the shell tells the page unasked. */
export type DesktopMessage =
  | { readonly type: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly type: 'navigate'; readonly to: string }
  | { readonly type: 'update'; readonly status: UpdateStatus }
  /** The machine went to sleep or was locked, or somebody locks from the tray: every page locks (S4). */
  | { readonly type: 'lock' }

/** What preload puts on `window.desktop`, beside `pathOfFile`, whose type is the page's own. */
export interface DesktopBridge {
  call<N extends DesktopCall>(name: N, args: DesktopArgs<N>): Promise<DesktopAnswer<N>>
  /** Answers a function that stops listening. */
  listen(hear: (message: DesktopMessage) => void): () => void
}

/** Names of the channels between page, preload and main. */
export const channels = {
  /** The page hands over one end of a MessageChannel; everything else of the application goes over it. */
  port: 'showroom:port',
  /** One question to the desktop: `invoke('desktop', name, args)`. */
  desktop: 'desktop',
  /** Messages to the page. */
  push: 'desktop:message',
} as const
