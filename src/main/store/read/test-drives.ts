import { and, desc, eq, sql } from 'drizzle-orm'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { TestDriveRow, VisitRow } from '../rows.ts'
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

const ofVisit = prepared((db) =>
  db
    .select()
    .from(testDrives)
    .where(
      and(
        eq(testDrives.drivenOn, sql.placeholder('visitedOn')),
        eq(testDrives.visitId, sql.placeholder('visitId')),
      ),
    )
    .prepare(),
)
/** The test drive that was entered for a visit, whoever the visitor was taken for. */
export const findTestDriveOfVisit = (
  store: ReadableStore,
  { visitedOn, visitId }: Pick<VisitRow, 'visitedOn' | 'visitId'>,
): TestDriveRow | undefined => ofVisit(store).get({ visitedOn, visitId })
