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
