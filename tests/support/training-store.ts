import { onTestFinished } from 'vitest'
import { makeTrainingStore, type TrainingOptions, type TrainingStore } from './made-store.ts'

export {
  at,
  intake,
  migrationsFolder,
  people,
  type LooseInput,
  type PersonName,
  type TrainingStore,
} from './made-store.ts'

/** Opens a fresh training store for one test; it goes when the test is over. */
export function openTrainingStore(options: TrainingOptions = {}): TrainingStore {
  const store = makeTrainingStore(options)
  onTestFinished(() => {
    store.close()
    store.remove()
  })
  return store
}
