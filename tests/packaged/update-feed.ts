import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A place for updates on this machine, which a test changes as it goes. */
export interface Feed {
  readonly url: string
  /** The paths that were asked for. */
  readonly asked: string[]
  answer: (pathname: string, response: http.ServerResponse) => void
  readonly close: () => Promise<void>
}

export async function openFeed(): Promise<Feed> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1')
    asked.push(pathname)
    feed.answer(pathname, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const feed: Feed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates/`,
    asked,
    answer: (_pathname, response) => void response.writeHead(404).end(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return feed
}

export const sha512 = (content: Buffer): string => createHash('sha512').update(content).digest('base64')

interface Release {
  readonly version: string
  readonly content: Buffer
  /** Said instead of the true ones. */
  readonly digest?: string
  readonly size?: number
  readonly url?: string
}

/** What electron-builder writes beside an installer, for Linux. */
export const description = ({ version, content, digest, size, url }: Release): string =>
  [
    `version: ${version}`,
    'files:',
    `  - url: ${url ?? installerName(version)}`,
    `    sha512: ${digest ?? sha512(content)}`,
    `    size: ${size ?? content.length}`,
    `path: ${installerName(version)}`,
    `sha512: ${digest ?? sha512(content)}`,
    `releaseDate: '2026-01-01T00:00:00.000Z'`,
    '',
  ].join('\n')

export const installerName = (version: string): string => `showroom-cadence-${version}-linux-x86_64.AppImage`

/** Lets a feed hold one release. */
export function hold(feed: Feed, release: Release): void {
  feed.answer = (pathname, response) => {
    if (pathname === '/updates/latest-linux.yml') return void response.end(description(release))
    if (pathname === `/updates/${installerName(release.version)}`) return void response.end(release.content)
    response.writeHead(404).end()
  }
}

/** Puts one release into a folder. */
export function holdInFolder(folder: string, release: Release): void {
  fs.writeFileSync(path.join(folder, 'latest-linux.yml'), description(release))
  fs.writeFileSync(path.join(folder, installerName(release.version)), release.content)
}
