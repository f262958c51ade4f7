// The least that a window of Electron can be: the floor of every start.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => {
    window.show()
    console.log('[bare] window usable')
  })
  void window.loadURL('data:text/html,<p>hello</p>')
})
app.on('window-all-closed', () => app.quit())
