import { notYet } from '#main/calls/not-yet.ts'

export const visits = notYet('visits')
export const arrivals = notYet('arrivals')
