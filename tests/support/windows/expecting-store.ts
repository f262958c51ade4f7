import { openApplication } from '#main/application/open-application.ts'
import { presets } from '#shared/policy/presets/index.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { instantAt } from '#shared/time/instant.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import {
  makeSmallStore,
  smallPassword,
  smallStaff,
  type SmallName,
  type SmallStore,
} from '#tests/support/small-store.ts'

const zone = 'Asia/Shanghai'
const { benyue, dcc } = presets
/** Leads are opened by their days, every appointment has its calls, and whoever is not there on the minute has not come. */
const policy: Policy = {
  ...benyue,
  openingSequence: dcc.openingSequence,
  switches: { ...benyue.switches, appointmentPlansForAll: true },
  thresholds: { ...benyue.thresholds, noShowAfterMinutes: 0 },
}

/**
 * The small store, with three more of 陈晓东: 吴敏 is expected today at 23:59 and was called yesterday; 周敏 was expected today at
 * 00:00 and nobody has called; 孙立 is a lead that was reached for the first time yesterday.
 */
export function makeExpectingStore(): SmallStore {
  const store = makeSmallStore()
  const [yesterday, today] = [store.daysAgo(1), store.daysAgo(0)]
  const application = openApplication({ file: store.file, migrationsFolder })
  const at = (time: string) => instantAt(yesterday, time, zone)
  const ask = (time: string, call: string, input: unknown, token?: string) => {
    const answer = application.answer(call, input, { now: at(time), ...(token ? { token } : {}) })
    if (!answer.ok) throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`)
    return answer.value
  }
  const signIn = (who: SmallName) => {
    const signedIn = ask('16:30', 'session.signIn', { login: smallStaff[who].login, password: smallPassword })
    return (signedIn as { token: string }).token
  }
  const [director, manager, chen] = [signIn('director'), signIn('manager'), signIn('chen')]
  ask('16:31', 'policies.publish', { policy, effectiveFrom: yesterday, note: null }, director)
  const expectOne = (name: string, mobile: string, time: string) => {
    const customer = { name, gender: 'female', mobile, birthday: '1990-01-01', area: '江阴' }
    ask(
      '16:40',
      'customers.register',
      {
        customer: { ...customer, source: 'walk_in', customerType: 'person' },
        opportunity: {
          model: '途岳',
          expectedPurchaseDate: store.daysAgo(-20),
          grade: 'B',
          purchaseType: 'first',
        },
        plan: { on: today, time, channel: 'showroom_visit', purpose: '到店看车' },
      },
      chen,
    )
  }
  expectOne('吴敏', '13900000001', '23:59')
  const { items } = ask('16:45', 'toDo.list', { on: today }, chen) as {
    items: { planId: string; customerName: string; channel: string }[]
  }
  const call = items.find(({ customerName, channel }) => customerName === '吴敏' && channel === 'phone')
  const reached = { result: 'reached', channel: 'phone', content: '约好明天到店看途岳' }
  ask('16:50', 'followUps.execute', { ...reached, planId: call?.planId, next: { kind: 'keep' } }, chen)
  expectOne('周敏', '13900000002', '00:00')
  const { rows } = ask('16:52', 'staff.list', {}, manager) as { rows: { staffId: string; name: string }[] }
  const mine = rows.find(({ name }) => name === smallStaff.chen.name)?.staffId
  const lead = { name: '孙立', phone: '13900000003', source: 'website', model: '朗逸', assign: mine }
  const { assignment } = ask('16:55', 'leads.add', lead, manager) as { assignment: { opportunityId: string } }
  const next = { kind: 'plan', on: today, channel: 'phone', purpose: '首轮跟进' }
  const { opportunityId } = assignment
  ask('17:00', 'followUps.execute', { ...reached, opportunityId, next }, chen)
  application.close()
  return store
}
