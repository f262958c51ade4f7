import { notYet } from '#main/calls/not-yet.ts'

export const appointments = notYet('appointments')
