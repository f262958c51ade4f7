import { bareAct, sitDown, type Desk, type Statement } from './desk.ts'
import { timed } from './measure.ts'

/** Three copies of one store: for the product, to listen to what it writes, and for the floor. */
export interface Copies {
  readonly plain: string
  readonly traced: string
  readonly bare: string
  readonly migrationsFolder: string
}

/**
 * Performs acts one after the other, each beside its floor: the same writes, replayed without the product on another copy of the same
 * file. In turns, so that whatever else the machine does falls on both. Answers milliseconds.
 */
export function measureActs<Act>(
  { plain, traced, bare, migrationsFolder }: Copies,
  actsOf: (desk: Desk) => readonly Act[],
  perform: (desk: Desk, act: Act) => void,
): { readonly samples: number[]; readonly floors: number[] } {
  const listening = sitDown({ file: traced, migrationsFolder, traced: true })
  const acts = actsOf(listening)
  const writes = acts.map((act): readonly Statement[] => {
    listening.takeTrace()
    perform(listening, act)
    return listening.takeWrites()
  })
  listening.close()
  const product = sitDown({ file: plain, migrationsFolder })
  const floor = sitDown({ file: bare, migrationsFolder })
  const replays = writes.map((statements) => bareAct(floor, statements))
  const samples: number[] = []
  const floors: number[] = []
  for (const [place, act] of acts.entries()) {
    samples.push(timed(() => perform(product, act)))
    floors.push(timed(() => replays[place]?.()))
  }
  product.close()
  floor.close()
  return { samples, floors }
}
