import { notYet } from '#main/calls/not-yet.ts'

export const rotation = notYet('rotation')
