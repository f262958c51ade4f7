import { notYet } from '#main/calls/not-yet.ts'

export const arrivals = notYet('arrivals')
