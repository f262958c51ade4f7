import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels, type DesktopBridge, type DesktopMessage } from '#shared/contract/desktop.ts'

/** The little of the page that preload sees; main is compiled without the DOM. */
interface PageMessage {
  readonly source: unknown
  readonly data: unknown
  readonly ports: readonly InstanceType<typeof MessagePort>[]
}
declare const window: { addEventListener(type: 'message', hear: (event: PageMessage) => void): void }

/** All that the page can reach: a port to the application, one function to ask the desktop, one to listen. */

// The page makes the channel and starts every handshake, so that a reload needs nothing more.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source === window && isHandshake(event.data) && port)
    ipcRenderer.postMessage(channels.port, null, [port])
})

function isHandshake(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === channels.port
}

type ChosenFile = Parameters<typeof webUtils.getPathForFile>[0]
const bridge: DesktopBridge & { pathOfFile(file: ChosenFile): string } = {
  call: (name, args) => ipcRenderer.invoke(channels.desktop, name, args),
  listen: (hear) => {
    const pass = (_event: unknown, message: DesktopMessage) => hear(message)
    ipcRenderer.on(channels.push, pass)
    return () => ipcRenderer.off(channels.push, pass)
  },
  pathOfFile: (file) => webUtils.getPathForFile(file),
}

contextBridge.exposeInMainWorld('desktop', bridge)
