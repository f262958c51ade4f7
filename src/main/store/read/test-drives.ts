import { desc, eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { TestDriveRow } from '../rows.ts'
import { staff, testDrives } from '../schema/index.ts'

const byAgreement = prepared((db) =>
  db
    .select()
    .from(testDrives)
    .where(eq(testDrives.agreementNumber, sql.placeholder('number')))
    .prepare(),
)
/** The test drive for which an agreement was signed. */
export const findTestDriveByAgreement = (store: ReadableStore, number: string): TestDriveRow | undefined =>
  byAgreement(store).get({ number })

const ofCustomer = prepared((db) =>
  db
    .select({ testDrive: testDrives, staffName: staff.name })
    .from(testDrives)
    .leftJoin(staff, eq(staff.staffId, testDrives.staffId))
    .where(eq(testDrives.customerId, sql.placeholder('id')))
    .orderBy(desc(testDrives.drivenOn), desc(testDrives.recordedAt), desc(testDrives.testDriveId))
    .prepare(),
)
/** Newest first. */
export const listTestDrives = (store: ReadableStore, customerId: string) =>
  ofCustomer(store).all({ id: customerId })

/** The test drive that was entered for a visit of a customer. */
export const findTestDriveOfVisit = (
  store: ReadableStore,
  { customerId, visitId }: { readonly customerId: string; readonly visitId: string },
): TestDriveRow | undefined =>
  listTestDrives(store, customerId).find(({ testDrive }) => testDrive.visitId === visitId)?.testDrive
