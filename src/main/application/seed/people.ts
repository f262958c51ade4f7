import type { Role } from '#shared/domain/codes.ts'

/** Somebody of the training store. */
export interface Person {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly managedBy?: string
}

export const seedStoreName = '江南店 · 演练'
/** A training store takes any password; everybody in it has the same. */
export const seedPassword = '123456'

const team = (managedBy: string, first: number, names: readonly string[]): Person[] =>
  names.map((name, i) => ({ login: `consultant${first + i}`, name, role: 'consultant', managedBy }))

/** The administrator of a training store that the seed makes itself. */
export const seedAdmin: Person = { login: 'admin', name: '周敏', role: 'admin' }

/** Twelve consultants in two teams, and those they work with. */
export const seedPeople: readonly Person[] = [
  { login: 'director', name: '顾明远', role: 'director' },
  { login: 'manager1', name: '钱志刚', role: 'manager', managedBy: 'director' },
  { login: 'manager2', name: '郑雅琴', role: 'manager', managedBy: 'director' },
  { login: 'frontdesk', name: '吴晓玲', role: 'front_desk' },
  ...team('manager1', 1, ['陈晓东', '李雪', '王建军', '张婷', '刘洋', '孙浩']),
  ...team('manager2', 7, ['周婷', '徐立', '马超', '朱丽娟', '胡文斌', '林佳慧']),
]
