import { powerMonitor } from 'electron'

/** Follows the machine through its sleep: the clock may have gone on unseen, and whoever comes back may be somebody else (S4). */
export function followPower(acts: { readonly tick: () => void; readonly lock: () => void }): void {
  powerMonitor.on('resume', acts.tick)
  powerMonitor.on('suspend', acts.lock)
  powerMonitor.on('lock-screen', acts.lock)
}
