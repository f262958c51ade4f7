import type { Summary } from '#main/application/host.ts'

/** The one line that a start prints once a person can begin: for scripts and tests. */
export function startLine(summary: Summary, electron: string): string {
  return `[showroom] window usable: ${whatIsOpen(summary)}, Electron ${electron}`
}

function whatIsOpen(summary: Summary): string {
  if (summary.state === 'no_store') return 'no store yet'
  if (summary.state === 'failed') return `store cannot be opened (${summary.code})`
  return `store ${summary.name}, today ${summary.today}, open plans ${summary.openPlans}`
}
