import { notYet } from '#main/calls/not-yet.ts'

export const testDrives = notYet('testDrives')
