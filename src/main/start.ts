import fs from 'original-fs'
import { app, dialog } from 'electron'
import { damaged as en } from '#shared/text/en/damaged.ts'
import { damaged as zh } from '#shared/text/zh-CN/damaged.ts'
import { damagedFiles } from './desktop/digests.ts'

/** What is started first: it looks whether the application is whole before any other line of it is read. */
const wrong = app.isPackaged ? damagedFiles(process.resourcesPath, (file) => fs.readFileSync(file)) : []
if (wrong.length === 0) await import('./index.ts')
else {
  const isChinese = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh')
  const words = isChinese ? zh : en
  console.error(`[showroom] damaged: ${wrong.join(', ')}`)
  void app.whenReady().then(() => {
    // A box waits for a click; where nobody sees it, the line above has said it and the exit code does.
    setTimeout(() => app.exit(1), 60_000)
    return dialog
      .showMessageBox({
        type: 'error',
        message: words.title,
        detail: words.detail.replace('{{files}}', wrong.join(', ')),
        buttons: [words.quit],
      })
      .finally(() => app.exit(1))
  })
}
