import { problemsByField, type ShownFailure } from '../../api/failure.ts'
import { useWords } from '../words/use-words.ts'

/**
 * The words under each wrong field: `error={errors('mobile')}`.
 * Ask with the path the contract uses (`next.on`) or only its last part (`on`).
 */
export function useFieldErrors(
  failure: ShownFailure | null | undefined,
): (field: string) => string | undefined {
  const words = useWords()
  const problems = problemsByField(failure)
  return (field) => {
    const found = problems.get(field)
    return found ? words.problem(found) : undefined
  }
}
