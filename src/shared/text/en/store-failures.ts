import type { storeFailures as zhStoreFailures } from '../zh-CN/store-failures.ts'
import type { WordsOf } from '../words.ts'

export const storeFailures: WordsOf<typeof zhStoreFailures> = {
  safe: {
    damaged:
      'The damaged file stays as it is; nothing deletes or overwrites it. You can restore one of the backups below; the damaged file is then kept in the same folder under another name.',
    from_future: 'The data is safe and unchanged. Update the program, then open it again.',
    not_migrated:
      'The data is safe and as it was before the upgrade. Install the version of before to go on working, and ask support.',
    busy: 'The data is safe. Close the store in the other program, then try again.',
    not_found:
      'Nothing was changed. See whether the file was moved or its disk is not connected, then try again.',
    network_share:
      'Nothing was changed. Keep the store file on a disk of this computer; the second folder of backups may be on a network share.',
    full: 'What was saved is sound. Make room on the disk, then try again.',
    read_only:
      'What was saved is sound. Take the write protection off the disk, the folder or the file, then try again.',
    other: 'Nothing was changed. Try again; if it still does not open, tell support the number.',
  },
  program: { application: 'the application', command_line: 'the command line' },
  holder: '{{program}} (process {{pid}} on {{host}}, since {{since}})',
  unknownHolder: 'another program',
  restored: '{{reason}} (restored from the backup {{name}}; by {{who}})',
  rescued: 'The store file did not open; restored from a backup',
}
