// An Electron window with nothing in it: what the start of the application is measured against.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  })
  window.once('ready-to-show', () => {
    window.show()
    console.log('[bare] window usable')
  })
  void window.loadURL('data:text/html,<title>bare</title><p>bare</p>')
})
app.on('window-all-closed', () => app.quit())
