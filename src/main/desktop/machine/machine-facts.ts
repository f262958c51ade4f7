import { statfsSync } from 'node:fs'
import os from 'node:os'
import { app, screen } from 'electron'
import type { DesktopChoices } from '#shared/contract/desktop.ts'
import { versions } from './versions.ts'

const megabyte = 1024 * 1024
const inMegabytes = (bytes: number) => Math.round(bytes / megabyte)

function diskOf(folder: string) {
  try {
    const { bsize, blocks, bavail } = statfsSync(folder)
    return { totalMb: inMegabytes(bsize * blocks), freeMb: inMegabytes(bsize * bavail) }
  } catch {
    return null
  }
}

/** The machine as support needs to know it: no name of the machine, of a person or of a folder. */
export const machineFacts = (dataFolder: string, choices: DesktopChoices) => ({
  versions: versions(),
  packaged: app.isPackaged,
  system: {
    platform: process.platform,
    arch: process.arch,
    release: os.release(),
    locale: app.getLocale(),
    uptimeHours: Math.round(os.uptime() / 3600),
  },
  processors: os.cpus().length,
  memoryMb: { total: inMegabytes(os.totalmem()), free: inMegabytes(os.freemem()) },
  disk: diskOf(dataFolder),
  displays: screen.getAllDisplays().map(({ size, scaleFactor }) => ({ ...size, scaleFactor })),
  processes: app.getAppMetrics().map(({ type, memory }) => ({
    type,
    memoryMb: Math.round(memory.workingSetSize / 1024),
  })),
  graphics: app.getGPUFeatureStatus(),
  choices,
})
