/**
 * The closed vocabularies of the store, a file for each neighbourhood of words. Their Chinese words are in
 * `text/`, one area per vocabulary.
 */
export * from './codes/staff.ts'
export * from './codes/customers.ts'
export * from './codes/follow-ups.ts'
export * from './codes/leaves.ts'
export * from './codes/violations.ts'
export * from './codes/supervision.ts'
export * from './codes/showroom.ts'
export * from './codes/leads.ts'
export * from './codes/store.ts'
export * from './codes/backups.ts'
