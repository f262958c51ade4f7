import type { updates as zh } from '../zh-CN/updates.ts'
import type { WordsOf } from '../words.ts'

export const updates: WordsOf<typeof zh> = {
  title: 'Program updates',
  hint: 'Offered, never forced. You decide when to download and install; saved data is not touched.',
  source: 'Where updates come from',
  sourceNone: 'Nothing is set: nobody looks for updates, and no address is contacted',
  sourceHint:
    'Where your store keeps new versions: an https:// address or a folder (a stick, a share). Whatever lies there is installed on every computer of the store.',
  sourceExample: 'For example https://example.com/updates/ or E:\\updates',
  sourceSet: 'Saved where updates come from',
  sourceOff: 'Nobody looks for updates any more',
  pickFolder: 'Choose a folder',
  save: 'Save',
  off: 'Stop looking for updates',
  check: 'Look for updates',
  download: 'Download {{version}}',
  install: 'Install {{version}} and restart',
  installTitle: 'Install {{version}} now?',
  installHint:
    'The program closes and opens again when it is installed. Save what you are typing first; all windows close.',
  never: 'Not looked yet',
  checkedAt: 'Last looked: {{at}}',
  progress: '{{percent}}% downloaded',
  states: {
    off: 'No place for updates is set',
    not_installed:
      'This copy was not installed by an installer, so it cannot be replaced; install it once with one.',
    checking: 'Looking…',
    current: 'This is the newest version',
    available: 'Version {{version}} is there ({{size}})',
    downloading: 'Downloading {{version}}…',
    ready: '{{version}} is downloaded and checked, and can be installed',
    installing: 'Installing…',
    failed: 'The update did not work',
  },
  problems: {
    unreachable: 'The place for updates cannot be reached. Check the network, the stick or the share.',
    no_release: 'There is no description of a version for this computer.',
    elsewhere: 'The place for updates sends on to another address, which is refused.',
    too_large: 'What came was larger than it can be, and was stopped.',
    damaged:
      'What was downloaded is not what the version describes, and was thrown away. Ask whoever provides it.',
    disk: 'The disk takes nothing. Check its free space.',
    unknown: 'Something unexpected happened; the log has the details.',
  },
  offer: 'Version {{version}} of the program is there: see Settings',
  unknownSize: 'size unknown',
  licences: 'Licences of others',
  licencesHint: 'The program contains these {{count}} works of others, each under its licence.',
  licencesNone: 'The list exists in the packaged program, not while it is developed.',
}
