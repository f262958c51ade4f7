import type { Story } from './supervised.ts'
import { makeName, mobileOf } from './names.ts'
import { areas, models } from './words.ts'

type Rows<T> = { readonly rows: readonly T[] }
interface Found {
  readonly customerId: string
  readonly name: string
  readonly phone: string | null
  readonly ownerId: string | null
  readonly model: string | null
}
interface Pair {
  readonly first: { readonly customerId: string }
  readonly second: { readonly customerId: string }
}
/** Far from the places that customers and leads have. */
const firstPlace = 90_000_000
const pairs = 4
const mostTries = 200

/** R-3.4a Some are on record twice: as another consultant wrote them down, and one couple with one phone. */
export function registerNamesakes(story: Story): void {
  const { does, at, lastOn, random, people, comers } = story
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const moment = at(lastOn, '15:40')
  const list = does<Rows<Found>>(director.staffId, moment, 'customers.search', { status: 'open', limit: 60 })
  const known = (list?.rows ?? []).filter(({ ownerId }) => ownerId !== null)
  for (let i = 0; i < pairs; i += 1) {
    const original = known[i * 7]
    const others = people.filter(
      ({ role, staffId }) =>
        role === 'consultant' && (i === 0 ? staffId === original?.ownerId : staffId !== original?.ownerId),
    )
    if (!original || others.length === 0 || comers.left === 0) continue
    const card = does<{ customer: { area: string | null } }>(director.staffId, moment, 'customers.get', {
      customerId: original.customerId,
    })
    const owner = random.pick(others)
    const asked = { ownerId: owner.staffId, grade: 'C' }
    const plan = does<{ proposed: string; expectedPurchaseDate: string | null }>(
      owner.staffId,
      moment,
      'opportunities.proposePlan',
      asked,
    )
    const shares = i === pairs - 1
    const done = does(shares ? director.staffId : owner.staffId, moment, 'customers.register', {
      customer: {
        name: shares ? '何太太' : original.name,
        gender: 'unknown',
        mobile: shares ? original.phone : mobileOf(firstPlace + i, random),
        birthday: '1900-01-01',
        area: card?.customer.area ?? '澄江',
        source: 'referral',
        customerType: 'person',
      },
      opportunity: {
        model: original.model ?? '朗逸',
        grade: 'C',
        expectedPurchaseDate: plan?.expectedPurchaseDate,
        purchaseType: 'first',
      },
      ownerId: owner.staffId,
      plan: { on: plan?.proposed, channel: 'phone', purpose: '了解需求' },
      ...(shares ? { overrideReason: '夫妻共用一个电话' } : {}),
    })
    if (done) comers.left -= 1
  }
}

/** R-3.4a Of the pairs that were found, one is two people after all, and two are made one; in one of those somebody worked on. */
export function settleNamesakes(story: Story): void {
  const { does, at, lastOn, people } = story
  const director = people.find(({ role }) => role === 'director')
  if (!director) return
  const by = director.staffId
  const list = does<Rows<Pair>>(by, at(lastOn, '17:50'), 'duplicates.list', { limit: 20 })
  const [other, ...same] = list?.rows ?? []
  if (other)
    does(by, at(lastOn, '17:50'), 'duplicates.dismiss', {
      firstId: other.first.customerId,
      secondId: other.second.customerId,
      reason: '父子二人，电话不同',
    })
  for (const [i, { first, second }] of same.slice(0, 2).entries()) {
    const ids = { keptId: first.customerId, droppedId: second.customerId }
    const moment = at(lastOn, '17:52')
    const shown = does<{ kept: { version: number }; dropped: { version: number } }>(
      by,
      moment,
      'merges.preview',
      ids,
    )
    const merged =
      shown &&
      does<{ version: number }>(by, moment, 'merges.apply', {
        ...ids,
        versions: { kept: shown.kept.version, dropped: shown.dropped.version },
        reason: '同一位客户登记了两次',
      })
    if (merged && i === 1)
      does(by, at(lastOn, '17:55'), 'customers.update', {
        customerId: ids.keptId,
        version: merged.version,
        customer: { occupation: '教师' },
      })
  }
}

/** Whoever else comes on the last day, so that as many are on record as were asked for. */
export function registerTheRest(story: Story): void {
  const { does, at, lastOn, random, people, comers } = story
  const consultants = people.filter(({ role }) => role === 'consultant')
  for (let tries = 0; comers.left > 0 && tries < mostTries; tries += 1) {
    const owner = random.pick(consultants)
    const moment = at(lastOn, '17:45')
    const asked = { ownerId: owner.staffId, grade: 'B' }
    const plan = does<{ proposed: string; expectedPurchaseDate: string | null }>(
      owner.staffId,
      moment,
      'opportunities.proposePlan',
      asked,
    )
    const done = does(owner.staffId, moment, 'customers.register', {
      customer: {
        name: makeName(random).name,
        gender: 'male',
        mobile: mobileOf(firstPlace + pairs + tries, random),
        birthday: '1900-01-01',
        area: random.pick(areas),
        source: 'event',
        customerType: 'person',
      },
      opportunity: {
        model: random.pick(models),
        grade: 'B',
        expectedPurchaseDate: plan?.expectedPurchaseDate,
        purchaseType: 'first',
      },
      plan: { on: plan?.proposed, channel: 'phone', purpose: '发送报价' },
    })
    if (done) comers.left -= 1
  }
}
