import type { setup as zh } from '../zh-CN/setup.ts'
import type { WordsOf } from '../words.ts'

export const setup: WordsOf<typeof zh> = {
  title: 'Getting started',
  intro:
    'There is no store on this computer yet. Create one, or open the training store with demo data first.',
  newStore: 'A new store',
  newStoreHint: 'For real work, from empty; the existing customer ledger can be imported afterwards.',
  demoStore: 'Open the training store',
  demoStoreHint:
    'With demo data to try anything; every page says "Training". The first time takes some seconds to prepare.',
  preparingDemo: 'Preparing the demo data…',
  storeName: 'Name of the store',
  storeNameHint: 'For example: Riverside',
  kind: 'Kind of store',
  kindHint: 'A training store is for practice, and its time may be moved; that of a live store may not.',
  admin: 'Administrator',
  adminHint: 'Adds staff, settings and backups; sees no customer data.',
  adminName: 'Name',
  login: 'User name',
  password: 'Password',
  passwordHint: 'At least 8 characters, and not a common one. Keep it well: nobody can read it back.',
  again: 'Password again',
  differs: 'the two do not match',
  policy: 'Grading policy',
  policyHint: 'Decides how often each grade is followed up. It can be changed later.',
  grade: 'Grade',
  meaning: 'Meaning',
  closeWithin: 'Closes',
  revisitEvery: 'Follow up',
  within: 'within {{days}} days',
  every: 'every {{days}} days',
  noWindow: 'no limit',
  opening: 'Opening plans: day {{days}} after the first contact',
  create: 'Create the store',
}
