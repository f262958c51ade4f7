import { expect } from 'vitest'
import { reachOf, type Permission, type Reach } from '#shared/access/permissions.ts'
import { declarations } from '#shared/contract/index.ts'
import { roles, type Role } from '#shared/domain/codes.ts'
import type { PersonName, TrainingStore } from '#tests/support/training-store.ts'

/** Who asks for a role; chen and li are of `manager`, zhou is not. */
export const asked: Readonly<Record<Role, PersonName>> = {
  front_desk: 'desk',
  consultant: 'chen',
  manager: 'manager',
  director: 'director',
  admin: 'admin',
}
/** Whose row it is, as chen and his manager see it. */
export const owners = { own: 'chen', team: 'li', other: 'zhou' } as const
export type Whose = keyof typeof owners
const sides = Object.keys(owners) as Whose[]

/** Every role by every call for one's own row, one of the team and one of another team. */
export const matrixOf = <Path extends string>(paths: readonly Path[]) =>
  paths.flatMap((path) => roles.flatMap((role) => sides.map((whose) => [role, path, whose] as const)))

/** The permission that a call asks for. */
export function accessOf(path: string): Permission {
  const access = declarations.find(([each]) => each === path)?.[1].access
  if (!access || access === 'public') throw new Error(`${path} is public`)
  return access
}

const reaches = (role: Role, reach: Reach | undefined, whose: Whose): boolean => {
  if (!reach) return false
  if (reach === 'store') return true
  if (role === 'manager') return whose !== 'other'
  return role === 'consultant' && whose === 'own'
}

/** What the role table lets a role learn of a row: all of it, not that it exists, or not even the call. */
export function lawFor(
  role: Role,
  path: string,
  whose: Whose,
): 'reached' | 'NOT_FOUND' | 'PERMISSION_DENIED' {
  const reach = reachOf(role, accessOf(path))
  if (reaches(role, reach, whose)) return 'reached'
  return reach === undefined ? 'PERMISSION_DENIED' : 'NOT_FOUND'
}

type Answer = ReturnType<TrainingStore['answer']>
export const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code)

/** The answer is what the role table says; what is within reach may still be refused by another rule. */
export function expectLawful(answer: Answer, [role, path, whose]: readonly [Role, string, Whose]): void {
  const law = lawFor(role, path, whose)
  if (law === 'reached') expect(['PERMISSION_DENIED', 'NOT_FOUND']).not.toContain(codeOf(answer))
  else expect(codeOf(answer)).toBe(law)
}

/** As `expectLawful`, where nothing else stands in the way of a call within reach. */
export function expectDoneByLaw(answer: Answer, [role, path, whose]: readonly [Role, string, Whose]): void {
  const law = lawFor(role, path, whose)
  expect(codeOf(answer)).toBe(law === 'reached' ? 'ok' : law)
}
