import { desktop } from '../../api/desktop.ts'

/** Whether the window fills the screen because a screen of ours asked for it: what a person did himself stays. */
let entered = false

/** Fills the screen, for a projector. */
export async function enterFullScreen(): Promise<void> {
  entered = !(await desktop.call('fullScreen', { on: true }))
}
/** Gives the window back as it was before. */
export async function leaveFullScreen(): Promise<void> {
  if (!entered) return
  entered = false
  await desktop.call('fullScreen', { on: false })
}
