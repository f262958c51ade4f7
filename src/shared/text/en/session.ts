import type { session as zh } from '../zh-CN/session.ts'
import type { WordsOf } from '../words.ts'

export const session: WordsOf<typeof zh> = {
  title: 'Sign in',
  login: 'User name',
  password: 'Password',
  passwordHint: 'The first time, use the one-time password from your administrator',
  signIn: 'Sign in',
  waitSeconds: 'Try again in {{seconds}} s',
  demoTitle: 'Training accounts',
  demoHint: 'One click signs in as this role',
  demoAs: 'Sign in as {{name}}, {{role}}',
  changeTitle: 'Change password',
  firstChangeTitle: 'Choose your own password',
  firstChangeHint:
    'The one-time password works once. Replace it with one that only you know; nobody else can read it.',
  current: 'Current password',
  currentOneTime: 'One-time password',
  next: 'New password',
  nextHint: 'At least 8 characters, and not a common one',
  again: 'New password again',
  differs: 'the two do not match',
  change: 'Save the new password',
  changed: 'Password changed',
  signOut: 'Sign out',
  starting: 'Opening the store…',
}
