import { notYet } from '#main/calls/not-yet.ts'

/** Leads from phone and web 线索. */
export const leads = notYet('leads')
