import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeRandom } from '#main/application/seed/random.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { PersonName } from '#tests/support/made-store.ts'

/** One call of the mixed load. */
export interface Act {
  readonly as: PersonName | null
  readonly call: string
  readonly input: unknown
}

/** What is chosen among. */
export interface Scene {
  readonly today: BusinessDate
  /** Open opportunities by their consultant, newest last. */
  readonly opportunities: readonly { readonly opportunityId: string; readonly owner: PersonName }[]
  /** A folder for the ledgers that are imported. */
  readonly folder: string
}

const consultants = ['chen', 'li', 'zhou'] as const
const consultantNames = { chen: '陈晓东', li: '李雪', zhou: '周婷' } as const

/** A stream of the calls of a busy showroom, each likely to be taken; the same seed gives the same choices. */
export function makeActs(seed: string): (scene: Scene) => Act {
  const random = makeRandom(seed)
  const phone = () => `13${random.between(100_000_000, 999_999_999)}`

  const register = ({ today }: Scene): Act => ({
    as: random.pick(consultants),
    call: 'customers.register',
    input: {
      customer: {
        name: random.pick(['王伟', '李娜', '张敏', '欧阳明', '赵磊']),
        gender: 'male',
        mobile: phone(),
        birthday: '1988-05-20',
        area: '江阴',
        source: 'walk_in',
        customerType: 'person',
      },
      opportunity: {
        model: '帕萨特',
        expectedPurchaseDate: addDays(today, 4),
        grade: 'H',
        purchaseType: 'first',
        remark: '要白色 '.repeat(random.between(0, 40)),
      },
      plan: { on: addDays(today, random.between(1, 3)), channel: 'phone', purpose: '确认到店时间' },
    },
  })

  const followUp = (scene: Scene): Act => {
    if (scene.opportunities.length === 0) return register(scene)
    const { opportunityId, owner } = random.pick(scene.opportunities)
    return {
      as: owner,
      call: 'followUps.execute',
      input: {
        opportunityId,
        result: 'reached',
        channel: 'phone',
        content: `客户说周末来看车 ${'，再联系'.repeat(random.between(0, 60))}`,
        next: { kind: 'plan', on: addDays(scene.today, random.between(1, 3)), channel: 'phone', purpose: '' },
      },
    }
  }

  const visit = (): Act => ({
    as: 'desk',
    call: 'visits.register',
    input: { kind: random.pick(['walk_in', 'call_in']), partySize: random.between(1, 4), phone: phone() },
  })

  const lead = (): Act => ({
    as: 'director',
    call: 'leads.add',
    input: { name: '吴敏', phone: phone(), source: 'website', model: '途观L' },
  })

  const signIn = (): Act => {
    const login = random.pick(consultants)
    return { as: null, call: 'session.signIn', input: { login, password: login } }
  }

  const ledger = ({ today, folder }: Scene): Act => {
    const file = path.join(folder, `ledger-${random.between(1, 1_000_000)}.csv`)
    const rows = Array.from({ length: random.between(2, 6) }, () =>
      [
        consultantNames[random.pick(consultants)],
        phone(),
        '孙超',
        'A',
        '朗逸',
        addDays(today, 9),
        addDays(today, -3),
      ].join(','),
    )
    writeFileSync(file, ['顾问,手机,客户,级别,车型,预计购车时间,首次到店', ...rows, ''].join('\n'))
    return { as: 'manager', call: 'imports.run', input: { path: file } }
  }

  return (scene) =>
    random.weighted([
      [register, 30],
      [followUp, 40],
      [visit, 15],
      [lead, 8],
      [signIn, 1],
      [ledger, 2],
    ])(scene)
}
