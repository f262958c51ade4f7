import { describe, expect, it } from 'vitest'
import { mountTypeOf, mountTypeOnMac, networkShareOf } from '#main/platform/network-share.ts'

describe('a place behind a network (P9)', () => {
  it.each([
    ['C:\\Users\\anna\\AppData\\store.db', undefined],
    ['\\\\?\\C:\\stores\\store.db', undefined],
    ['\\\\.\\C:\\stores\\store.db', undefined],
    ['\\\\nas\\stores\\store.db', '\\\\nas\\stores'],
    ['//nas/stores/store.db', '\\\\nas\\stores'],
    ['\\\\?\\UNC\\nas\\stores\\store.db', '\\\\nas\\stores'],
    ['\\\\192.168.1.9\\d$\\store.db', '\\\\192.168.1.9\\d$'],
    ['\\\\wsl$\\Debian\\home\\store.db', '\\\\wsl$\\Debian'],
  ])('on Windows: %s', (realPath, share) => {
    expect(networkShareOf({ platform: 'win32', realPath })).toBe(share)
  })

  it.each([
    ['ext4', undefined],
    ['xfs', undefined],
    ['btrfs', undefined],
    ['tmpfs', undefined],
    ['overlay', undefined],
    ['fuseblk', undefined], // a stick with NTFS
    ['fuse.portal', undefined],
    ['nfs', 'nfs'],
    ['nfs4', 'nfs4'],
    ['cifs', 'cifs'],
    ['smb3', 'smb3'],
    ['9p', '9p'],
    ['fuse.sshfs', 'fuse.sshfs'],
    ['fuse.rclone', 'fuse.rclone'],
    ['fuse.gvfsd-fuse', 'fuse.gvfsd-fuse'],
    ['smbfs', 'smbfs'],
    ['apfs', undefined],
    ['afpfs', 'afpfs'],
    ['webdav', 'webdav'],
  ])('by the name of the file system: %s', (fileSystem, share) => {
    expect(networkShareOf({ platform: 'linux', realPath: '/srv/store.db', fileSystem, magic: 0x6969 })).toBe(
      share,
    )
  })

  it.each([
    [0xef53, undefined], // ext4
    [0x6969, 'nfs'],
    [0xff534d42, 'cifs'],
    [-11317950, 'cifs'], // the same, as some systems tell it
    [0xfe534d42, 'smb2'],
    [0x65735546, undefined], // FUSE: only its name would tell
  ])('by the number of its type, where no name is told: %i', (magic, share) => {
    expect(networkShareOf({ platform: 'linux', realPath: '/srv/store.db', magic })).toBe(share)
  })

  const mountinfo = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '40 22 0:44 / /srv/nas rw shared:2 - nfs4 nas:/export rw,vers=4.2',
    '41 22 0:45 / /srv/nas/local rw - ext4 /dev/sdb1 rw',
    '42 22 0:46 / /home/anna/My\\040Files rw - fuse.sshfs anna@host:/ rw',
    '43 22 0:47 / /mnt rw - cifs //nas/x rw',
    '44 22 0:48 / /mnt rw - ext4 /dev/sdc1 rw',
  ].join('\n')
  it.each([
    ['/var/lib/store.db', 'ext4'],
    ['/srv/nas/store.db', 'nfs4'],
    ['/srv/nasty/store.db', 'ext4'],
    ['/srv/nas/local/store.db', 'ext4'],
    ['/home/anna/My Files/store.db', 'fuse.sshfs'],
    ['/mnt/store.db', 'ext4'],
  ])('the deepest mount of Linux counts, the later of two: %s', (path, type) => {
    expect(mountTypeOf(path, mountinfo)).toBe(type)
  })

  const mounts = [
    '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
    '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)',
    '//anna@nas/files on /Volumes/My Files (smbfs, nodev, nosuid, mounted by anna)',
  ].join('\n')
  it.each([
    ['/Users/anna/store.db', 'apfs'],
    ['/Volumes/My Files/store.db', 'smbfs'],
  ])('of macOS too: %s', (path, type) => {
    expect(mountTypeOnMac(path, mounts)).toBe(type)
  })
})
