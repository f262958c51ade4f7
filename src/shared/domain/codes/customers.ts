import { z } from 'zod'

/** The customer, and what tells him from others (sections 3 and 5). */

export const genders = ['male', 'female', 'unknown'] as const
export const gender = z.enum(genders)
export type Gender = z.infer<typeof gender>

export const customerTypes = ['person', 'company'] as const
/** Whether the customer is a person or a company (客户类型). */
export const customerType = z.enum(customerTypes)
export type CustomerType = z.infer<typeof customerType>

export const sources = [
  'walk_in',
  'call_in',
  'referral',
  'repeat',
  'website',
  'social',
  'event',
  'headquarters',
  'other',
] as const
/** Where the customer came from (客户来源). */
export const source = z.enum(sources)
export type Source = z.infer<typeof source>

export const purchaseTypes = ['first', 'replacement', 'additional'] as const
/** First car, replacement or additional car (购车形态). */
export const purchaseType = z.enum(purchaseTypes)
export type PurchaseType = z.infer<typeof purchaseType>

export const relations = ['spouse', 'parent', 'child'] as const
/** What a close relative is to the customer (直系亲属). */
export const relation = z.enum(relations)
export type Relation = z.infer<typeof relation>

export const duplicateLevels = ['phone', 'plate', 'name', 'relative'] as const
/** R-3.4a Rungs of the match ladder, the surest first: same phone, same plate, same pinyin and area or model, linked relatives. */
export const duplicateLevel = z.enum(duplicateLevels)
export type DuplicateLevel = z.infer<typeof duplicateLevel>

export const problemKinds = [
  'phone_invalid',
  'phone_missing',
  'phone_repeated',
  'phone_known',
  'date_invalid',
  'staff_unknown',
  'name_missing',
  'grade_unknown',
] as const
/** What can be wrong with a row of an imported ledger. */
export const problemKind = z.enum(problemKinds)
export type ProblemKind = z.infer<typeof problemKind>

export const claimStatuses = ['filed', 'answered', 'approved', 'refused', 'withdrawn'] as const
/** Where an ownership claim 工作联系单 stands. */
export const claimStatus = z.enum(claimStatuses)
export type ClaimStatus = z.infer<typeof claimStatus>

export const claimStandings = [...claimStatuses, 'overtaken'] as const
/** The same as it is told: one that closed because its customer went to somebody else was decided by nobody. */
export const claimStanding = z.enum(claimStandings)
export type ClaimStanding = z.infer<typeof claimStanding>
