import { gradePalette, gradesInOrder } from '#shared/policy/grades.ts'
import type { Grade, Policy } from '#shared/policy/policy.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'

/** Grades with their places written anew, 1 for the hottest. */
const inPlaces = (grades: readonly Grade[]): Grade[] =>
  grades.map((grade, place) => ({ ...grade, order: place + 1 }))

export const changeGrade = (policy: Policy, index: number, patch: Partial<Grade>): Policy => ({
  ...policy,
  grades: policy.grades.map((grade, at) => (at === index ? { ...grade, ...patch } : grade)),
})

/**
 * Moves a grade by one place. What a place promises, close window and interval, stays with the place: windows grow from
 * place to place, so that a moved pair would never work.
 */
export const moveGrade = (policy: Policy, index: number, step: -1 | 1): Policy => {
  const ordered = gradesInOrder(policy)
  const grade = policy.grades[index]
  const from = grade ? ordered.indexOf(grade) : -1
  const other = ordered[from + step]
  if (!grade || !other) return policy
  const place = ({ order, closeWithinDays, revisitEveryDays }: Grade) => ({
    order,
    closeWithinDays,
    revisitEveryDays,
  })
  return {
    ...policy,
    grades: inPlaces(
      gradesInOrder({
        ...policy,
        grades: policy.grades.map((each) =>
          each === grade
            ? { ...each, ...place(other) }
            : each === other
              ? { ...each, ...place(grade) }
              : each,
        ),
      }),
    ),
  }
}

export const removeGrade = (policy: Policy, index: number): Policy => ({
  ...policy,
  grades: inPlaces(gradesInOrder({ ...policy, grades: policy.grades.filter((_, at) => at !== index) })),
})

const letters = [...'HABCDEFGIJKLMNOPQRSTUVWXYZ']

/** A grade is named in both languages, whichever the screen speaks. */
const labelOf = (grade: string, days: number | null): Grade['label'] => {
  const say = (of: keyof typeof texts) => {
    const { newGrade, newGradeWithin } = texts[of].policy
    return days === null ? fill(newGrade, { grade }) : fill(newGradeWithin, { days })
  }
  return { zh: say('zh-CN'), en: say('en') }
}

/** A new grade before the last one, which takes every later date: between two windows where there is room. */
export const addGrade = (policy: Policy): Policy => {
  const ordered = gradesInOrder(policy)
  const before = ordered.at(-2)
  const last = ordered.at(-1)
  const free = letters.find((letter) => policy.grades.every(({ code }) => code !== letter)) ?? 'X'
  const window = before?.closeWithinDays === null ? null : (before?.closeWithinDays ?? 0) + 30
  const grade: Grade = {
    code: free,
    label: labelOf(free, window),
    color: gradePalette.find((color) => policy.grades.every((each) => each.color !== color)) ?? 'grey',
    order: 0,
    closeWithinDays: window,
    revisitEveryDays: last?.revisitEveryDays ?? before?.revisitEveryDays ?? 7,
  }
  return { ...policy, grades: inPlaces(last ? [...ordered.slice(0, -1), grade, last] : [grade]) }
}
