import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A folder of updates, lent to the updater for as long as it asks. */
export interface LentFolder {
  /** Where the updater finds it; ends with a slash. */
  readonly url: string
  readonly close: () => void
}

const sound = /^[\w.() -]{1,200}$/

/**
 * The updater fetches over http and knows no folders, so a stick or a share is lent to it by a server of this machine: on the
 * loopback alone, on a port that the system chooses, below a name that cannot be guessed, for reading plain files of that one folder.
 */
export async function lendFolder(folder: string): Promise<LentFolder> {
  const secret = randomBytes(24).toString('hex')
  const server = http.createServer((request, response) => {
    const refuse = () => response.writeHead(404).end()
    const name = nameAsked(request.url ?? '', secret)
    if (request.method !== 'GET' || name === undefined) return refuse()
    const file = path.join(folder, name)
    stat(file).then((facts) => {
      if (!facts.isFile()) return refuse()
      response.writeHead(200, { 'content-length': facts.size, 'content-type': 'application/octet-stream' })
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
    }, refuse)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/${secret}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The file of the folder that an address asks for; undefined for whatever is no plain name below the secret. */
function nameAsked(address: string, secret: string): string | undefined {
  // Any program of this machine may ask for anything: what is no address must not end ours.
  try {
    const { pathname } = new URL(address, 'http://127.0.0.1')
    const [, key, encoded, ...more] = pathname.split('/')
    if (key !== secret || encoded === undefined || more.length > 0) return undefined
    const name = decodeURIComponent(encoded)
    return sound.test(name) && !/^\.+$/.test(name) ? name : undefined
  } catch {
    return undefined
  }
}
