import { sqliteOf } from '#main/store/handle.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { bare, type Desk, type Statement } from './desk.ts'
import { summarise, timed, type Measured } from './measure.ts'

/** One question of a figure: what is asked, and by whom. */
interface Question {
  readonly call: string
  readonly input: unknown
  readonly token: string
}

export interface QueryFigure {
  readonly name: string
  readonly questions: readonly Question[]
}

/** Rows of the store to ask about, spread over all of it. */
function sample(desk: Desk, sql: string, count: number): string[] {
  const all = sqliteOf(desk.application.store).prepare<[], string>(sql).pluck().all()
  const step = Math.max(1, Math.floor(all.length / count))
  return all.filter((_, i) => i % step === 0).slice(0, count)
}

const different = 40

/** The questions that people wait for most often. */
export function queryFigures(desk: Desk, today: BusinessDate): QueryFigure[] {
  const consultants = Array.from({ length: 12 }, (_, place) => desk.signedIn('consultant', place))
  const [director, frontDesk] = [desk.signedIn('director'), desk.signedIn('front_desk')]
  const managers = [desk.signedIn('manager', 0), desk.signedIn('manager', 1)]
  const phones = sample(desk, 'select phone from customer_phones order by phone', different)
  const names = sample(
    desk,
    'select distinct name from customers where length(name) = 2 order by name',
    different,
  )
  const initials = sample(desk, 'select distinct initials from customers order by initials', different)
  const [area = ''] = sample(desk, 'select area from customers where area is not null limit 1', 1)
  const [model = ''] = sample(desk, 'select model from opportunities where model is not null limit 1', 1)
  return [
    {
      name: 'to-do list',
      questions: consultants.map(({ token }) => ({ call: 'toDo.list', input: {}, token })),
    },
    {
      name: 'lookup by phone',
      questions: phones.map((phone) => ({
        call: 'customers.lookup',
        input: { phone },
        token: frontDesk.token,
      })),
    },
    {
      // What the desk asks at each key from the seventh digit on.
      name: 'arrival, while typing',
      questions: phones.map((phone, i) => ({
        call: 'arrivals.find',
        input: { phone: phone.slice(0, 7 + (i % 5)) },
        token: frontDesk.token,
      })),
    },
    {
      // R-3.4a The match ladder, asked with all that a form holds by then.
      name: 'likeness, while typing',
      questions: names.map((name, i) => ({
        call: 'duplicates.check',
        input: { phone: phones[i % phones.length] ?? '', name, area, model },
        token: frontDesk.token,
      })),
    },
    {
      name: 'search, two characters',
      questions: names.map((text) => ({
        call: 'customers.search',
        input: { text, limit: 20 },
        token: director.token,
      })),
    },
    {
      name: 'search, initials',
      questions: initials.map((text) => ({
        call: 'customers.search',
        input: { text, limit: 20 },
        token: director.token,
      })),
    },
    {
      name: 'search, end of a phone',
      questions: phones.map((phone) => ({
        call: 'customers.search',
        input: { text: phone.slice(-4), limit: 20 },
        token: director.token,
      })),
    },
    {
      name: 'daily check, a team',
      questions: managers.map(({ token }) => ({ call: 'dailyCheck.get', input: { on: today }, token })),
    },
    {
      name: 'daily check, the store',
      questions: [{ call: 'dailyCheck.get', input: { on: today }, token: director.token }],
    },
  ]
}

const keyOf = ({ sql, values }: Statement) => JSON.stringify([sql, values])

/** What every call asks of the store before its own question: who asks, which date it is, what holds. */
function plumbingOf(traced: Desk, token: string): Map<string, number> {
  traced.takeTrace()
  traced.ask('policies.current', undefined, token)
  const counts = new Map<string, number>()
  for (const key of traced.takeTrace().map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The statements that are a question's own. */
function ownStatements(traced: Desk, { call, input, token }: Question): Statement[] {
  const plumbing = plumbingOf(traced, token)
  traced.ask(call, input, token)
  return traced.takeTrace().filter((statement) => {
    const key = keyOf(statement)
    const left = plumbing.get(key) ?? 0
    plumbing.set(key, left - 1)
    return left <= 0
  })
}

/** Measures a figure and its floor in turns, so that whatever else the machine does falls on both. */
export function measureQuery(
  desks: { readonly plain: Desk; readonly traced: Desk },
  { name, questions }: QueryFigure,
  around: { readonly size: string; readonly runs: number },
): Measured {
  const { plain, traced } = desks
  const pairs = questions.map((question) => ({
    question,
    floor: bare(plain, ownStatements(traced, question)),
  }))
  const samples: number[] = []
  const floors: number[] = []
  const warmUps = pairs.length * 2
  for (let run = -warmUps; run < Math.max(around.runs, pairs.length); run += 1) {
    const pair = pairs[(run + warmUps) % pairs.length]
    if (!pair) continue
    const { call, input, token } = pair.question
    const took = timed(() => plain.ask(call, input, token))
    const floor = timed(pair.floor)
    if (run < 0) continue
    samples.push(took)
    floors.push(floor)
  }
  return summarise({ name, size: around.size, kind: 'query' }, samples, floors)
}
