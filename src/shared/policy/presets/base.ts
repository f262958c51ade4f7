import { gradePalette } from '../grades.ts'
import type { Grade, Policy } from '../policy.ts'

type GradeLine = readonly [code: string, zh: string, en: string, closeWithin: number | null, every: number]

/** Turns lines of a policy table, hottest first, into grades. */
export const gradesFrom = (lines: readonly GradeLine[]): Grade[] =>
  lines.map(([code, zh, en, closeWithinDays, revisitEveryDays], index) => ({
    code,
    label: { zh, en },
    color: gradePalette[index] ?? 'grey',
    order: index + 1,
    closeWithinDays,
    revisitEveryDays,
  }))

/** What every preset starts from: the numbers of 销售部CRM使用制度, all but its grades. */
export const base: Omit<Policy, 'preset' | 'grades'> = {
  gradeDateAgreement: 'strict',
  thresholds: {
    effectiveContentMinLength: 5,
    dormantAfterDays: 30,
    thinIceDays: 7,
    attemptsBeforeRegular: 3,
    attemptDueWithinDays: 2,
    planSpreadPart: 3,
    planSpreadMinDays: 2,
    repeatedPostponements: 3,
    postponementWindowDays: 60,
    postponedSpreadDays: 3,
    reassignmentUndoDays: 30,
    reportDueDays: 3,
    recordingMatchMinutes: 30,
    burstFollowUps: 5,
    burstMinutes: 10,
    sameTextCustomers: 3,
    changeBeforeOrderDays: 3,
    previewDays: 30,
    clockBehindToleranceMs: 2 * 60_000,
    clockAheadAskMs: 24 * 3_600_000,
  },
  switches: { lossNeedsApproval: true, cover: false },
  fieldLevels: {
    customer: {
      name: 'required',
      gender: 'required',
      mobile: 'required',
      birthday: 'required',
      area: 'required',
      source: 'required',
      customerType: 'required',
      wechat: 'important',
      occupation: 'important',
      address: 'optional',
      email: 'optional',
      company: 'optional',
      plate: 'optional',
      currentCar: 'important',
    },
    opportunity: {
      model: 'required',
      expectedPurchaseDate: 'required',
      grade: 'required',
      purchaseType: 'required',
      competitor: 'important',
      budget: 'important',
      payment: 'optional',
      use: 'optional',
    },
  },
  openingHours: { from: '08:30', until: '18:00' },
  openingSequence: null,
  penalties: {
    ladders: {
      overdue: {
        kinds: ['overdue_follow_up', 'expired_opportunity'],
        label: { zh: '整改', en: 'Rectification' },
        reportFromOccasion: 1,
        suspensionFromOccasion: 2,
        unit: 'none',
        firstAmount: 0,
        factor: 1,
      },
      postponement: {
        kinds: ['unrealistic_postponement'],
        label: { zh: '考核扣款', en: 'Deduction' },
        reportFromOccasion: null,
        suspensionFromOccasion: 3,
        unit: 'money',
        firstAmount: 5_000,
        factor: 2,
      },
      frequency: {
        kinds: ['frequency_breach', 'missing_plan'],
        label: { zh: '考核扣款', en: 'Deduction' },
        reportFromOccasion: null,
        suspensionFromOccasion: 3,
        unit: 'money',
        firstAmount: 5_000,
        factor: 2,
      },
    },
    reset: 'never',
    managerSharePercent: 50,
    monthlyCapFen: null,
  },
}
