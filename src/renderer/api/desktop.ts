import { useEffect, useState } from 'react'
import type { DesktopBridge, DesktopMessage } from '#shared/contract/desktop.ts'

interface PageBridge extends DesktopBridge {
  /** The path of a file dropped on the page or chosen in it. */
  pathOfFile(file: File): string
}
declare global {
  interface Window {
    readonly desktop: PageBridge
  }
}

/** The desktop: dialogs, printing, pictures, the path of a file. */
export const desktop = window.desktop

/** Writes an error that nobody caught into the log of this machine. */
export function noteProblem(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  void desktop.call('noteProblem', { text: text.slice(0, longestProblem) })
}
const longestProblem = 8000

/** Notes whatever nobody catches, from now on. */
export function noteProblems(): void {
  window.addEventListener('error', ({ error, message }) => noteProblem(error ?? message))
  window.addEventListener('unhandledrejection', ({ reason }) => noteProblem(reason))
}

/** How far a long task has come, as main tells it; null before it starts. */
export function useProgress(task: string): { done: number; total: number } | null {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEffect(
    () =>
      desktop.listen((message: DesktopMessage) => {
        if (message.type === 'progress' && message.task === task)
          setProgress({ done: message.done, total: message.total })
      }),
    [task],
  )
  return progress
}
