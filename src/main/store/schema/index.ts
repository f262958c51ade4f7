/** The tables of a store file, one file per neighbourhood. */
export * from './customers.ts'
export * from './follow-ups.ts'
export * from './records.ts'
export * from './staff.ts'
export * from './store.ts'
export * from './supervision.ts'
