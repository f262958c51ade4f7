/** What is known of the place of a file, on whichever system (P9). */
export interface Place {
  readonly platform: string
  /** The path with links and mapped drives followed: on Windows a mapped drive is then `\\server\share\…`. */
  readonly realPath: string
  /** Linux, macOS: the type of the file system, by name (`nfs4`, `fuse.sshfs`, `smbfs`); undefined where it is not told. */
  readonly fileSystem?: string | undefined
  /** Linux: the number of the file system's type, where its name is not told. */
  readonly magic?: number | undefined
}

/** Names of file systems that lie behind a network, or behind one as far as locks go. */
const remote =
  /^(nfs\d*|cifs|smb\d*|smbfs|afpfs|webdav|davfs2?|ncpfs|afs|coda|ceph|glusterfs|lustre|9p|gfs2?|ocfs2|beegfs|vboxsf|prl_fs|vmhgfs|fuse\.(sshfs|smbnetfs|curlftpfs|davfs2?|rclone|s3fs|gcsfuse|glusterfs|ceph|gvfsd-fuse|vmhgfs-fuse|goofys|juicefs|kio-fuse))$/

const remoteMagic: Readonly<Record<number, string>> = {
  0x6969: 'nfs',
  0x517b: 'smb',
  0xff534d42: 'cifs',
  0xfe534d42: 'smb2',
  0x564c: 'ncpfs',
  0x5346414f: 'afs',
  0x73757245: 'coda',
  0x00c36400: 'ceph',
  0x0bd00bd0: 'lustre',
  0x01021997: '9p',
  0x01161970: 'gfs2',
  0x7461636f: 'ocfs2',
  0x786f4256: 'vboxsf',
}

/** `\\server\share\…`, also as `//server/share` and `\\?\UNC\server\share`; not `\\?\C:\…` or `\\.\…`, which are of this machine. */
const unc = /^(?:[\\/]{2}\?[\\/]UNC[\\/]|[\\/]{2}(?![?.][\\/]))([^\\/]+)[\\/]+([^\\/]+)/i

/** The name of the network share that a file lies on (P9); undefined for a file of this machine. */
export function networkShareOf({ platform, realPath, fileSystem, magic }: Place): string | undefined {
  if (platform === 'win32') {
    const [, server, share] = unc.exec(realPath) ?? []
    return server === undefined ? undefined : `\\\\${server}\\${share ?? ''}`
  }
  if (fileSystem !== undefined) return remote.test(fileSystem) ? fileSystem : undefined
  // statfs gives the number as it is or sign-extended.
  return magic === undefined ? undefined : remoteMagic[magic >>> 0]
}

/** The type of the file system that a path lies on, out of Linux's `/proc/self/mountinfo`: the longest mount point wins. */
export function mountTypeOf(path: string, mountinfo: string): string | undefined {
  let best: { readonly point: string; readonly type: string } | undefined
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const point = unescape(before.split(' ')[4] ?? '')
    const type = after.split(' ')[0]
    if (point === '' || !type || !isWithin(path, point)) continue
    // Of two on the same point the later one covers the earlier.
    if (!best || point.length >= best.point.length) best = { point, type }
  }
  return best?.type
}

/** The same out of what macOS's `mount` says: `//anna@nas/files on /Volumes/files (smbfs, nodev, …)`. */
export function mountTypeOnMac(path: string, mounts: string): string | undefined {
  let best: { readonly point: string; readonly type: string } | undefined
  for (const line of mounts.split('\n')) {
    const [, point, type] = / on (\/.*) \(([^,)]+)/.exec(line) ?? []
    if (point === undefined || type === undefined || !isWithin(path, point)) continue
    if (!best || point.length >= best.point.length) best = { point, type }
  }
  return best?.type
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** Blanks and the like stand there as octal numbers. */
const unescape = (text: string): string =>
  text.replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
