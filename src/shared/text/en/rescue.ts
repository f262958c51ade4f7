import type { rescue as zhRescue } from '../zh-CN/rescue.ts'
import type { WordsOf } from '../words.ts'

export const rescue: WordsOf<typeof zhRescue> = {
  title: {
    damaged: 'The store file is damaged',
    from_future: 'A newer version of this program wrote the store',
    not_migrated: 'The store could not be upgraded',
    busy: 'Another program is using the store',
    not_found: 'The store file is not there',
    network_share: 'The store file is on a network share',
    full: 'The disk is full: the store does not open',
    read_only: 'The store is read-only and does not open',
    other: 'The store does not open',
  },
  safe: {
    damaged: 'The damaged file is unchanged; nothing deletes or overwrites it. The backups are not touched.',
    from_future: 'The data is sound and unchanged.',
    not_migrated:
      'The data is sound and as it was before the upgrade; a backup of it lies in the folder of backups.',
    busy: 'The data is sound and unchanged.',
    not_found: 'Nothing was changed or deleted. The backups are not touched.',
    network_share: 'It was not opened, and nothing was changed.',
    full: 'What was saved is sound and unchanged.',
    read_only: 'What was saved is sound and unchanged.',
    other: 'Nothing was changed.',
  },
  toDo: {
    damaged:
      'Restore one of the backups below; the damaged file stays in its folder under another name. Or let support look at it first.',
    from_future: 'Install the newer version of this program, then open the store.',
    not_migrated: 'Install the version of before to go on working, and tell support what is written below.',
    busy: 'Close the store in the program that is using it, then try again.',
    not_found:
      'See whether the file was moved or its disk is not connected, then try again. Or restore one of the backups below.',
    network_share:
      'Put the store file on a disk of this computer, then open it. Backups may be on a network share.',
    full: 'Make room on the disk, then try again.',
    read_only: 'Take the write protection off the disk, the folder or the file, then try again.',
    other: 'Try again. If it still does not open, tell support what is said below, or restore a backup.',
  },
  file: 'File',
  holder: 'Used by',
  says: 'Details',
  openFolder: 'Open its folder',
  retry: 'Try again',
  stillFails: 'It still does not open.',
  backups: 'Backups that can be restored',
  backupsHint: 'The newest good one is chosen. What was done after it is not in it.',
  backupsNone: 'No backup was found',
  backupsNoneHint:
    'There is none in {{folder}}. If they are on a USB stick or a network drive, connect it and try again.',
  secondUnreachable:
    'The second folder {{path}} cannot be opened. Connect the USB stick or the network drive and try again: newer backups may be there.',
  secondReading: 'The second folder {{path}} is being read…',
  who: 'Who restores',
  whoHint: 'An administrator, a director or a manager of that backup.',
  reason: 'Why (optional)',
  reasonHint: 'It is written into the trail with who restored.',
  toErase: 'People erased since this backup was made: {{count}}. They are erased again and do not come back.',
  restore: 'Restore this backup',
}
