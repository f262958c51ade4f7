import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file of the built page that an address asks for; undefined for whatever lies elsewhere or is no part of a page. */
export function pageFile(
  folder: string,
  pathname: string,
): { readonly file: string; readonly type: string } | undefined {
  let asked: string
  try {
    asked = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (asked.includes('\0') || asked.includes('\\') || asked.includes(':')) return undefined
  const file = path.relative(folder, path.join(folder, asked === '/' ? 'index.html' : asked))
  const type = types[path.extname(file)]
  const outside = file.startsWith('..') || path.isAbsolute(file)
  return outside || type === undefined ? undefined : { file, type }
}
