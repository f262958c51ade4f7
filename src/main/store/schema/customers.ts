import {
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import {
  customerTypes,
  genders,
  opportunityStatuses,
  purchaseTypes,
  relations,
  sources,
  type Channel,
  type CustomerType,
  type Gender,
  type OpportunityStatus,
  type PurchaseType,
  type Relation,
  type Source,
} from '#shared/domain/codes.ts'
import { code, dateOn, instantAt, isDate, json, oneOf } from './columns.ts'
import { staff } from './staff.ts'

/** A person or company that may buy a car (客户). */
export const customers = sqliteTable(
  'customers',
  {
    customerId: text('customer_id').primaryKey(),
    name: text('name').notNull(),
    /** Pinyin of the name and its initials, for search. */
    pinyin: text('pinyin').notNull(),
    initials: text('initials').notNull(),
    gender: code<Gender>('gender'),
    mobile: text('mobile').notNull(),
    birthday: dateOn('birthday'),
    area: text('area'),
    source: code<Source>('source'),
    customerType: code<CustomerType>('customer_type'),
    wechat: text('wechat'),
    email: text('email'),
    address: text('address'),
    company: text('company'),
    occupation: text('occupation'),
    plate: text('plate'),
    currentCar: text('current_car'),
    family: text('family'),
    companion: text('companion'),
    ownerId: text('owner_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    ownerSinceOn: dateOn('owner_since_on').notNull(),
    /** The owner's last effective follow-up. */
    lastEffectiveOn: dateOn('last_effective_on'),
    lastContactOn: dateOn('last_contact_on'),
    createdOn: dateOn('created_on').notNull(),
    createdAt: instantAt('created_at').notNull(),
    createdBy: text('created_by'),
    importBatchId: text('import_batch_id'),
    /** S7 When the customer was told what is kept of him and why (告知), and agreed to it (同意). */
    noticeGivenOn: dateOn('notice_given_on'),
    consentedOn: dateOn('consented_on'),
    /** S7 Channels by which he does not want to be contacted (勿扰). */
    doNotContact: json<Channel[]>('do_not_contact').notNull().default([]),
    /** S7 When his data was erased: name, phones and words are gone, the figures stay; null for everybody else. */
    erasedOn: dateOn('erased_on'),
    /** Linked close relatives have the same: for ownership they are one customer. */
    familyId: text('family_id'),
    /** R-3.4a The record that took this one in; null for every customer that lists show. */
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => customers.customerId, {
      onDelete: 'restrict',
    }),
    version: integer('version').notNull(),
  },
  (t) => [
    index('customers_family')
      .on(t.familyId)
      .where(sql`${t.familyId} is not null`),
    index('customers_owner').on(t.ownerId, t.name),
    // The daily check counts who is dormant without reading the customers themselves.
    index('customers_protection').on(t.customerId, t.lastEffectiveOn, t.ownerSinceOn, t.createdOn),
    index('customers_name').on(t.name),
    index('customers_initials').on(t.initials),
    index('customers_pinyin').on(t.pinyin),
    index('customers_plate').on(t.plate),
    index('customers_merged')
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    index('customers_batch').on(t.importBatchId),
    check('customers_gender', sql`${t.gender} is null or ${oneOf(t.gender, genders)}`),
    check('customers_source', sql`${t.source} is null or ${oneOf(t.source, sources)}`),
    check('customers_type', sql`${t.customerType} is null or ${oneOf(t.customerType, customerTypes)}`),
    check('customers_birthday', isDate(t.birthday)),
  ],
)

/** Close relatives who are both customers (直系亲属, R-3.5). One row a pair: `relativeId` is the customer's spouse, parent or child. */
export const relatives = sqliteTable(
  'relatives',
  {
    linkId: text('link_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    relativeId: text('relative_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    relation: code<Relation>('relation').notNull(),
    linkedOn: dateOn('linked_on').notNull(),
    linkedBy: text('linked_by').notNull(),
  },
  (t) => [
    uniqueIndex('relatives_pair').on(t.customerId, t.relativeId),
    index('relatives_relative').on(t.relativeId),
    check('relatives_relation', oneOf(t.relation, relations)),
    check('relatives_two', sql`${t.customerId} <> ${t.relativeId}`),
  ],
)

/** Who a phone belongs to: one phone, one customer. The key refuses a second one, whoever asks first. */
export const customerPhones = sqliteTable(
  'customer_phones',
  {
    phone: text('phone').primaryKey(),
    /** The digits backwards, so that a tail is found through the index. */
    reversed: text('reversed').notNull(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
  },
  (t) => [
    index('customer_phones_reversed').on(t.reversed),
    index('customer_phones_customer').on(t.customerId),
  ],
)

/** One intended purchase of a customer (销售机会 / 购车意向). */
export const opportunities = sqliteTable(
  'opportunities',
  {
    opportunityId: text('opportunity_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    /** The customer's owner, repeated here for the hot lists; moves with him. */
    ownerId: text('owner_id').references(() => staff.staffId, { onDelete: 'restrict' }),
    status: code<OpportunityStatus>('status').notNull(),
    model: text('model'),
    grade: text('grade').notNull(),
    expectedPurchaseDate: dateOn('expected_purchase_date'),
    purchaseType: code<PurchaseType>('purchase_type'),
    /** Without its grade letter, which is put in front when shown. */
    remark: text('remark').notNull(),
    competitor: text('competitor'),
    budget: text('budget'),
    payment: text('payment'),
    use: text('use'),
    tradeInCar: text('trade_in_car'),
    quotationFen: integer('quotation_fen'),
    /** Contacts of the opening sequence 首轮跟进 that reached the customer; null where there is none, or it is over. */
    openingContacts: integer('opening_contacts'),
    /** The date of the first contact, from which its days count. */
    openingFrom: dateOn('opening_from'),
    openedOn: dateOn('opened_on').notNull(),
    /** Where the cadence starts: the last contact that reached the customer, else the opening. */
    anchorOn: dateOn('anchor_on').notNull(),
    attemptsSinceReached: integer('attempts_since_reached').notNull(),
    lastAttemptOn: dateOn('last_attempt_on'),
    lastContactOn: dateOn('last_contact_on'),
    /** The date by which the next contact is due. */
    limitOn: dateOn('limit_on').notNull(),
    /** The present owner answers for nothing that fell due before this date. */
    answerableFrom: dateOn('answerable_from').notNull(),
    /** Since when an open opportunity has had no plan; null while it has one. */
    planMissingSince: dateOn('plan_missing_since'),
    orderedOn: dateOn('ordered_on'),
    deliveredOn: dateOn('delivered_on'),
    endedOn: dateOn('ended_on'),
    importBatchId: text('import_batch_id'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('opportunities_customer').on(t.customerId),
    index('opportunities_owner').on(t.ownerId, t.status, t.expectedPurchaseDate),
    index('opportunities_status').on(t.status, t.grade),
    // R-12 The daily report reads what was opened, ordered and delivered on a date.
    index('opportunities_opened').on(t.openedOn),
    index('opportunities_ordered')
      .on(t.orderedOn)
      .where(sql`${t.orderedOn} is not null`),
    index('opportunities_delivered')
      .on(t.deliveredOn)
      .where(sql`${t.deliveredOn} is not null`),
    // The daily check counts an owner's open book from this alone.
    index('opportunities_book')
      .on(
        t.ownerId,
        t.expectedPurchaseDate,
        t.limitOn,
        t.grade,
        t.answerableFrom,
        t.planMissingSince,
        t.customerId,
      )
      .where(sql`${t.status} = 'open'`),
    index('opportunities_batch').on(t.importBatchId),
    check('opportunities_status', oneOf(t.status, opportunityStatuses)),
    check(
      'opportunities_purchase_type',
      sql`${t.purchaseType} is null or ${oneOf(t.purchaseType, purchaseTypes)}`,
    ),
    check('opportunities_expected', isDate(t.expectedPurchaseDate)),
  ],
)

/** Changes of grade and purchase date, one row an act: the time line and read them. */
export const opportunityChanges = sqliteTable(
  'opportunity_changes',
  {
    changeId: text('change_id').primaryKey(),
    opportunityId: text('opportunity_id')
      .notNull()
      .references(() => opportunities.opportunityId, { onDelete: 'restrict' }),
    changedOn: dateOn('changed_on').notNull(),
    changedAt: instantAt('changed_at').notNull(),
    staffId: text('staff_id'),
    gradeBefore: text('grade_before').notNull(),
    gradeAfter: text('grade_after').notNull(),
    expectedBefore: dateOn('expected_before'),
    expectedAfter: dateOn('expected_after'),
    followUpId: text('follow_up_id'),
  },
  (t) => [
    index('opportunity_changes_opportunity').on(t.opportunityId, t.changedOn),
    index('opportunity_changes_on').on(t.changedOn),
  ],
)

/** Changes of what identifies a customer: his name, his phone. */
export const identityChanges = sqliteTable(
  'identity_changes',
  {
    changeId: text('change_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    staffId: text('staff_id').notNull(),
    changedOn: dateOn('changed_on').notNull(),
    changedAt: instantAt('changed_at').notNull(),
    field: code<'name' | 'mobile'>('field').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
  },
  (t) => [
    index('identity_changes_customer').on(t.customerId, t.changedOn),
    check('identity_changes_field', oneOf(t.field, ['name', 'mobile'])),
  ],
)

/** The chain of owners of a customer, with dates and reasons. */
export const owners = sqliteTable(
  'owners',
  {
    ownerRowId: text('owner_row_id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.customerId, { onDelete: 'restrict' }),
    ownerId: text('owner_id')
      .notNull()
      .references(() => staff.staffId, { onDelete: 'restrict' }),
    fromOn: dateOn('from_on').notNull(),
    untilOn: dateOn('until_on'),
    reason: text('reason').notNull(),
  },
  (t) => [index('owners_customer').on(t.customerId, t.fromOn)],
)
