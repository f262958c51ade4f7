import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { digestOf, verifyStore } from '#main/application/verify/index.ts'
import { openApplication } from '#main/application/open-application.ts'
import { contradictions } from '#main/store/read/verification.ts'
import { planOn, reach, register } from '#tests/support/book.ts'
import { faultsOfLeads, faultsOfPenalties, faultsOfVisits } from '#tests/support/files/faults.ts'
import { cli, temporaryFolder } from '#tests/support/command-line.ts'
import { migrationsFolder, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

interface Verified {
  readonly ok: boolean
  readonly problems: { code: string; table: string; id: string; detail: string }[]
  readonly counts: Record<string, number>
  readonly digest: string
}

const verify = async (file: string): Promise<Verified & { exit: number }> => {
  const { code, out } = await cli(['verify', '--store', file])
  return { ...(JSON.parse(out) as Verified), exit: code }
}

/** A store with something of everything: an open deal, a waiting loss, a refused one, a signature, violations. */
function fill(store: TrainingStore): void {
  const open = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
  const losing = register(store, 'chen', {
    grade: 'A',
    expected: '2026-03-16',
    plan: '2026-03-09',
    name: '李娜',
  })
  const refused = register(store, 'li', {
    grade: 'B',
    expected: '2026-03-30',
    plan: '2026-03-16',
    name: '赵敏',
  })
  store.setNow('2026-03-05')
  reach(store, 'chen', open.opportunityId, planOn('2026-03-08'))
  reach(store, 'chen', losing.opportunityId, { kind: 'lost', reason: 'price' })
  reach(store, 'li', refused.opportunityId, { kind: 'lost', reason: 'price' })
  store.setNow('2026-03-30')
  store.ok('manager', 'losses.refuse', { opportunityId: refused.opportunityId })
  store.ok('manager', 'dailyCheck.sign', { on: '2026-03-29' })
}

/** Filled once, because most of these tests only spoil a copy. */
let whole: Buffer | undefined

/** A copy of the store, spoilt from outside; answers its path. */
function spoil(sql: string): string {
  if (whole === undefined) {
    const store = openTrainingStore()
    fill(store)
    store.application.close()
    whole = readFileSync(store.file)
  }
  const file = `${temporaryFolder()}/store.db`
  writeFileSync(file, whole)
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  // Whoever spoils a file from outside is held up by no trigger.
  const triggers = db
    .prepare<[], string>(`select name from sqlite_schema where type = 'trigger'`)
    .pluck()
    .all()
  for (const name of triggers) db.exec(`drop trigger "${name}"`)
  db.exec(sql)
  db.close()
  return file
}

const chens = `(select staff_id from staff where login = 'chen')`
const lis = `(select staff_id from staff where login = 'li')`
const someOpen = `(select opportunity_id from opportunities where status = 'open' order by 1 limit 1)`
const someCustomer = `(select customer_id from customers where name = '王伟')`

describe('verify', () => {
  it('finds nothing in a sound store, a refused loss and its later limit included', async () => {
    const found = await verify(spoil(''))
    expect(found.problems).toEqual([])
    expect([found.ok, found.exit, found.counts['customers']]).toEqual([true, 0, 3])
  })

  const faults: [string, string, string, string][] = [
    [
      'open_without_plan',
      'opportunities',
      'a plan that is gone',
      `delete from plans where status = 'open' and opportunity_id = ${someOpen}`,
    ],
    [
      'family_owner_differs',
      'customers',
      'relatives of two owners',
      `update customers set family_id = 'f' where name in ('王伟', '赵敏')`,
    ],
    [
      'family_without_links',
      'customers',
      'a family without a link',
      `update customers set family_id = 'f' where customer_id = ${someCustomer}`,
    ],
    [
      'plan_without_open',
      'plans',
      'a plan of what has ended',
      `update opportunities set status = 'delivered' where opportunity_id = ${someOpen}`,
    ],
    [
      'no_active_owner',
      'customers',
      'an owner who has left',
      `update staff set status = 'resigned' where login = 'chen'`,
    ],
    [
      'no_active_owner',
      'customers',
      'no owner at all',
      `update customers set owner_id = null where customer_id = ${someCustomer}`,
    ],
    [
      'owner_differs',
      'opportunities',
      'an opportunity with another owner',
      `update opportunities set owner_id = ${lis} where owner_id = ${chens}`,
    ],
    [
      'assignee_differs',
      'plans',
      'a plan in the wrong list',
      `update plans set assignee_id = ${lis} where assignee_id = ${chens} and status = 'open'`,
    ],
    [
      'plan_of_another',
      'plans',
      'a plan of another customer',
      `update plans set customer_id = (select customer_id from customers where name = '李娜') where customer_id = ${someCustomer}`,
    ],
    [
      'appointment_of_another',
      'appointments',
      'an appointment by the plan of another opportunity',
      `insert into appointments (appointment_id, plan_id, opportunity_id, customer_id, "on", outcome)
         select 'a', (select plan_id from plans where opportunity_id <> o.opportunity_id limit 1), o.opportunity_id,
           o.customer_id, '2026-03-08', 'kept' from opportunities o where o.opportunity_id = ${someOpen}`,
    ],
    [
      'appointment_without_plan',
      'appointments',
      'somebody expected whose plan is done',
      `insert into appointments (appointment_id, plan_id, opportunity_id, customer_id, "on")
         select 'a', plan_id, opportunity_id, customer_id, due_on from plans where status = 'executed' limit 1`,
    ],
    [
      'owner_chain_differs',
      'customers',
      'a chain of owners that ends elsewhere',
      `update owners set until_on = '2026-03-03'`,
    ],
    [
      'reassignment_without_link',
      'reassignment_moves',
      'a reassignment that nothing in the chain of owners tells of',
      `insert into reassignments (reassignment_id, from_staff_id, reason, customers, applied_on, applied_at, applied_by)
         values ('r', ${chens}, '', 1, '2026-03-05', 0, 'd');
       insert into reassignment_moves (move_id, reassignment_id, customer_id, to_staff_id, snapshot)
         values ('m', 'r', ${someCustomer}, ${lis}, '{"openedOwnerRowId":"nowhere"}')`,
    ],
    [
      'phone_missing',
      'customers',
      'a mobile that is nowhere',
      `update customers set mobile = '13900000000' where customer_id = ${someCustomer}`,
    ],
    [
      'phone_repeated',
      'customers',
      'a mobile of two',
      `update customers set mobile = (select mobile from customers where customer_id = ${someCustomer})`,
    ],
    [
      'shared_phone_dangling',
      'shared_phones',
      'a shared phone that is nobody else’s',
      `insert into shared_phones (shared_phone_id, phone, customer_id, reason, allowed_by, allowed_on, allowed_at)
         select 's', mobile, customer_id, '', ${chens}, '2026-03-05', 0 from customers limit 1`,
    ],
    [
      'merged_not_empty',
      'customers',
      'a merged customer who still has an opportunity',
      `update customers set merged_into_id = (select customer_id from customers where name = '李娜')
         where customer_id = ${someCustomer}`,
    ],
    [
      'phone_reversed_wrong',
      'customer_phones',
      'a tail that finds nobody',
      `update customer_phones set reversed = phone`,
    ],
    [
      'limit_differs',
      'opportunities',
      'a limit put off',
      `update opportunities set limit_on = '2026-05-01' where opportunity_id = ${someOpen}`,
    ],
    [
      'limit_differs',
      'opportunities',
      'an anchor moved',
      `update opportunities set anchor_on = '2026-03-07' where opportunity_id = ${someOpen}`,
    ],
    [
      'last_contact_differs',
      'customers',
      'a contact nobody made',
      `update customers set last_contact_on = '2026-03-29' where customer_id = ${someCustomer}`,
    ],
    [
      'last_effective_differs',
      'customers',
      'a protection nobody earned',
      `update customers set last_effective_on = '2026-03-29' where customer_id = ${someCustomer}`,
    ],
    [
      'plan_end_missing',
      'plans',
      'an ended plan without its date',
      `update plans set ended_on = null where status = 'executed'`,
    ],
    [
      'plan_follow_up_missing',
      'plans',
      'an executed plan without its follow-up',
      `update plans set follow_up_id = null where status = 'executed'`,
    ],
    [
      'loss_without_waiting',
      'loss_applications',
      'a loss that waits for nothing',
      `update loss_applications set decision = 'waiting' where decision = 'refused'`,
    ],
    [
      'identity_repeated',
      'violations',
      'a violation raised twice',
      `drop index violations_identity; update violations set identity = 'the same'`,
    ],
    [
      'digest_wrong',
      'signed_checks',
      'evidence that was changed',
      `update signed_checks set snapshot = replace(snapshot, '江南店', '江北店')`,
    ],
    [
      'policy_invalid',
      'policies',
      'a policy that cannot work',
      `update policies set document = json_set(document, '$.grades[0].revisitEveryDays', 0)`,
    ],
    [
      'reference_broken',
      'owners',
      'a reference to nobody',
      `update owners set owner_id = 'nobody' where rowid = 1`,
    ],
    [
      'audit_hash_wrong',
      'audit_entries',
      'an entry that was changed',
      `update audit_entries set changes = '[]' where sequence = 5`,
    ],
    [
      'plan_without_leave',
      'plans',
      'a plan of a leave that is not there',
      `update plans set leave_id = 'nowhere' where status = 'open'`,
    ],
    [
      'claim_without_evidence',
      'claims',
      'a claim decided on nothing',
      `insert into claims (claim_id, customer_id, follow_up_id, claimant_id, statement, dormant_from, status, filed_on, filed_at,
         policy_version, without_recording) select 'k', customer_id, follow_up_id, staff_id, '', '2026-03-06', 'refused',
         '2026-03-06', 0, 1, 0 from follow_ups limit 1`,
    ],
    [
      'claim_contact_differs',
      'claims',
      'a claim by a contact of somebody else',
      `insert into claims (claim_id, customer_id, follow_up_id, claimant_id, statement, dormant_from, status, filed_on, filed_at,
         policy_version, without_recording) select 'k', f.customer_id, f.follow_up_id, s.staff_id, '', '2026-03-06', 'filed',
         '2026-03-06', 0, 1, 0 from follow_ups f join staff s on s.login = 'zhou' limit 1`,
    ],
    [
      'audit_sequence_gap',
      'audit_entries',
      'an entry that is gone',
      `delete from audit_entries where sequence = 5`,
    ],
    [
      'audit_chain_broken',
      'audit_entries',
      'an entry chained to another',
      `update audit_entries set previous_hash = hash where sequence = 5`,
    ],
  ]
  faults.push(...faultsOfPenalties, ...faultsOfLeads, ...faultsOfVisits)
  it.each(faults)('names %s in %s: %s', async (code, table, _what, sql) => {
    const found = await verify(spoil(sql))
    expect([found.ok, found.exit]).toEqual([false, 1])
    const named = found.problems.filter((problem) => problem.code === code)
    expect(named.length).toBeGreaterThan(0)
    expect(
      named.every((problem) => problem.table === table && problem.id !== '' && problem.detail !== ''),
    ).toBe(true)
  })

  it('has a test for every contradiction it looks for', () => {
    const tested = new Set(faults.map(([code]) => code))
    expect(Object.keys(contradictions).filter((code) => !tested.has(code))).toEqual([])
  })

  it('names every edited entry of the audit trail, and not those that only follow one (S6)', async () => {
    const { problems } = await verify(
      spoil(`update audit_entries set reason = 'because' where sequence in (7, 9)`),
    )
    expect(problems).toMatchObject([
      { code: 'audit_hash_wrong', id: '7' },
      { code: 'audit_hash_wrong', id: '9' },
    ])
  })

  it('says of a file with spoilt pages that it is damaged', async () => {
    const file = spoil('')
    const page = 4096
    const pages = statSync(file).size / page
    const handle = openSync(file, 'r+')
    for (let i = 10; i < pages; i += 1) writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, i * page)
    closeSync(handle)
    const found = await verify(file)
    expect([found.ok, found.exit]).toEqual([false, 1])
    expect(found.problems[0]?.code).toBe('file_damaged')
  })
})

describe('the digest of a store', () => {
  it('is moved by content and by nothing that only tells how the file was worked with', () => {
    const store = openTrainingStore()
    const before = digestOf(store.application.store)
    store.ok('chen', 'toDo.list')
    store.answer(null, 'session.signIn', { login: 'chen', password: 'wrong' })
    store.answer(null, 'session.signIn', { login: 'chen', password: 'chen' }, { commandId: 'c' })
    expect(digestOf(store.application.store)).toBe(before)
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    expect(digestOf(store.application.store)).not.toBe(before)
  })

  it('is that of a copy of the file, wherever its rows lie', () => {
    const store = openTrainingStore()
    fill(store)
    store.application.close()
    const copy = `${temporaryFolder()}/copy.db`
    copyFileSync(store.file, copy)
    const db = new Database(copy)
    db.exec(
      `create temp table kept as select * from owners; delete from owners; insert into owners select * from kept order by 1 desc`,
    )
    db.close()
    const [first, second] = [store.file, copy].map((file) => {
      const application = openApplication({ file, migrationsFolder })
      const { digest } = verifyStore(application.store, 'en')
      application.close()
      return digest
    })
    expect(second).toBe(first)
  })
})
