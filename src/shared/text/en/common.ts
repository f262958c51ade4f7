import type { common as zh } from '../zh-CN/common.ts'
import type { WordsOf } from '../words.ts'

export const common: WordsOf<typeof zh> = {
  product: 'Showroom Cadence',
  training: 'Training',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  add: 'Add',
  edit: 'Edit',
  search: 'Search',
  all: 'All',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
  why: 'Why?',
  today: 'Today',
  tomorrow: 'Tomorrow',
  yesterday: 'Yesterday',
  loading: 'Loading…',
  saved: 'Saved',
  retry: 'Try again',
  store: 'Store',
  optional: 'optional',
}
