import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { sqliteOf } from '#main/store/handle.ts'
import { measureActs, type Copies } from './acts.ts'
import type { Desk } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'

/** One follow-up to be executed, complete. */
interface Execution {
  readonly token: string
  readonly input: object
}

interface Due {
  readonly planId: string
  readonly staffId: string
}

/** Follow-ups that the consultants of a store have to do, with a next plan the product itself proposes. */
function listExecutions(desk: Desk, count: number): Execution[] {
  const consultants = Array.from({ length: 12 }, (_, place) => desk.signedIn('consultant', place))
  const tokens = new Map(consultants.map(({ staffId, token }) => [staffId, token]))
  const due = sqliteOf(desk.application.store)
    .prepare<[number], Due & { opportunityId: string }>(
      `select plan_id as planId, assignee_id as staffId, opportunity_id as opportunityId
       from plans where status = 'open' group by opportunity_id having count(*) = 1 order by due_on, plan_id limit ?`,
    )
    .all(count)
  return due.flatMap(({ planId, staffId, opportunityId }) => {
    const token = tokens.get(staffId)
    if (!token) return []
    const { proposed: on } = desk.ask<{ proposed: string }>(
      'opportunities.proposePlan',
      { opportunityId, result: 'reached' },
      token,
    )
    const next = { kind: 'plan', on, channel: 'phone', purpose: 'to ask what the family thinks' }
    const content = 'asked about the test drive; will come at the weekend to sign'
    return [{ token, input: { planId, result: 'reached', channel: 'phone', content, next } }]
  })
}

/**
 * Executing a follow-up, saved durably. Its floor: the same writes, replayed without the product on another copy
 * of the same file.
 */
export function measureExecution(
  copies: Copies,
  around: { readonly size: string; readonly runs: number },
): Measured {
  const { samples, floors } = measureActs(
    copies,
    (desk) => listExecutions(desk, around.runs),
    (desk, { token, input }) => desk.ask('followUps.execute', input, token),
  )
  const warmUps = Math.min(10, Math.floor(samples.length / 4))
  return summarise(
    { name: 'execute a follow-up', size: around.size, kind: 'save' },
    samples.slice(warmUps),
    floors.slice(warmUps),
  )
}

/** How long the disk takes to promise one page, in milliseconds each: below this no durable save can go. */
export function syncTimes(file: string, runs: number): number[] {
  const page = Buffer.alloc(4096, 1)
  const handle = openSync(file, 'w')
  try {
    return Array.from({ length: runs }, (_, i) =>
      timed(() => {
        writeSync(handle, page, 0, page.length, i * page.length)
        fdatasyncSync(handle)
      }),
    )
  } finally {
    closeSync(handle)
    rmSync(file)
  }
}
