import { unknownBirthday } from '#shared/policy/policy.ts'
import { addDays, asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import type { CustomerRow, OpportunityRow } from '#main/store/rows.ts'
import { drawGradeAndDate, nextPlanOn, planNext } from './plan-next.ts'
import { makeName, mobileOf } from './names.ts'
import { orderOnSpot } from './contact.ts'
import { noteFirstVisit } from './visits.ts'
import type { Consultant, Day, Deal, World } from './world.ts'
import {
  areas,
  budgets,
  companies,
  competitors,
  currentCars,
  models,
  occupations,
  payments,
  remarks,
  streets,
  uses,
} from './words.ts'

/** A customer's birthday, unknown now and then. */
function makeBirthday({ random }: World): BusinessDate {
  if (random.chance(0.14)) return asBusinessDate(unknownBirthday)
  return addDays(asBusinessDate('1962-01-01'), random.between(0, 42 * 365))
}

const plateLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
function makePlate({ random }: World): string {
  const letter = plateLetters[random.between(0, plateLetters.length - 1)] ?? 'A'
  return `苏B${letter}${String(random.between(0, 9999)).padStart(4, '0')}`
}

function makeCustomer(
  world: World,
  consultant: Consultant,
  day: Day,
  at: number,
  place: number,
): CustomerRow {
  const { random } = world
  const sometimes = <T>(probability: number, make: () => T): T | null =>
    random.chance(probability) ? make() : null
  const isCompany = random.chance(0.04)
  const hasCar = random.chance(0.4)
  const mobile = mobileOf(place, random)
  return {
    ...makeName(random),
    customerId: world.newId(at),
    mobile,
    birthday: makeBirthday(world),
    area: random.pick(areas),
    source: random.weighted([
      ['walk_in', 46],
      ['call_in', 12],
      ['referral', 14],
      ['website', 12],
      ['social', 8],
      ['event', 5],
      ['headquarters', 3],
    ] as const),
    customerType: isCompany ? 'company' : 'person',
    wechat: sometimes(0.55, () => `wx${mobile.slice(3)}`),
    email: null,
    address: sometimes(0.25, () => `${random.pick(streets)}${random.between(1, 388)}号`),
    company: isCompany ? random.pick(companies) : null,
    occupation: sometimes(0.6, () => random.pick(occupations)),
    plate: hasCar ? sometimes(0.7, () => makePlate(world)) : null,
    currentCar: hasCar ? random.pick(currentCars) : null,
    ownerId: consultant.staffId,
    ownerSinceOn: day.on,
    lastEffectiveOn: null,
    familyId: null,
    mergedIntoId: null,
    noticeGivenOn: null,
    consentedOn: null,
    doNotContact: [],
    erasedOn: null,
    family: null,
    companion: null,
    lastContactOn: null,
    createdOn: day.on,
    createdAt: at,
    createdBy: consultant.staffId,
    importBatchId: null,
    version: 1,
  }
}

/** Opens a deal with its first plan in the same act. */
function openDeal(world: World, consultant: Consultant, customer: CustomerRow, day: Day, at: number): Deal {
  const { random, policy } = world
  const sometimes = <T>(probability: number, from: readonly T[]): T | null =>
    random.chance(probability) ? random.pick(from) : null
  const { grade, expected } = drawGradeAndDate(world, day.on)
  const cadence = openingCadence(day.on)
  const { limit } = limitOf({ ...cadence, grade }, policy)
  const row: OpportunityRow = {
    opportunityId: world.newId(at),
    customerId: customer.customerId,
    ownerId: customer.ownerId,
    status: 'open',
    model: random.pick(models),
    grade,
    expectedPurchaseDate: expected,
    purchaseType: customer.currentCar ? random.pick(['replacement', 'additional']) : 'first',
    remark: random.pick(remarks),
    competitor: sometimes(0.5, competitors),
    budget: sometimes(0.55, budgets),
    payment: sometimes(0.45, payments),
    use: sometimes(0.4, uses),
    tradeInCar: null,
    quotationFen: null,
    openingContacts: null,
    openingFrom: null,
    openedOn: day.on,
    ...cadence,
    lastContactOn: null,
    limitOn: limit,
    answerableFrom: day.on,
    planMissingSince: null,
    orderedOn: null,
    deliveredOn: null,
    endedOn: null,
    importBatchId: null,
    version: 1,
  }
  const deal: Deal = {
    consultant,
    customer,
    row,
    plan: null,
    moves: [],
    effectiveOn: null,
    loss: null,
    reopened: null,
    unrecordedOn: null,
    deliverOn: null,
  }
  world.book.opportunities.push(row)
  world.open.add(deal)
  consultant.deals.add(deal)
  planNext(world, deal, day, at, nextPlanOn(world, deal, { from: day.on, limit }, day.on), 'reached')
  return deal
}

const orderAfterMs = 60_000
/** How often a card is made on the day after the visit. */
const lateCardRate = 0.012

/** Registers a customer who came in that place since the beginning. */
export function registerCustomer(
  world: World,
  consultant: Consultant,
  day: Day,
  at: number,
  place: number,
): void {
  const customer = makeCustomer(world, consultant, day, at, place)
  const { customerId } = customer
  world.book.customers.push(customer)
  world.book.owners.push({
    ownerRowId: world.newId(at),
    customerId,
    ownerId: consultant.staffId,
    fromOn: day.on,
    untilOn: null,
    reason: 'registered',
  })
  const { source } = customer
  const isLate = source === 'walk_in' && world.random.chance(lateCardRate)
  const deal = openDeal(world, consultant, customer, day, at)
  if (source !== 'walk_in' && source !== 'call_in') return
  if (noteFirstVisit(world, deal, day, at, isLate)) orderOnSpot(world, deal, day, at + orderAfterMs)
}

/** A customer who bought or was lost comes again: a new opportunity, not a new record. */
export function welcomeBack(world: World, day: Day, at: number): void {
  const { ended, random } = world
  if (ended.length === 0) return
  const place = random.between(0, ended.length - 1)
  const [deal] = ended.slice(place, place + 1)
  if (!deal) return
  // Somebody who is here every month is no customer.
  const long = deal.row.endedOn !== null && deal.row.endedOn <= addDays(day.on, -45)
  if (!long) return
  ended.splice(place, 1)
  openDeal(world, deal.consultant, deal.customer, day, at)
}
