import type { Policy } from './policy.ts'

/** A remark 备注 apart from the grade it starts with. */
export type SplitRemark = { readonly grade: string | undefined; readonly remark: string }

/** Words of the trade that begin with a letter and are no grade: A级车, B柱, C位, A款, B站 … */
const notAGrade = /^(?:级车|级轿车|[柱位款站端型类证照轮])/u
const gap = /^[\s,.;:|/_\-\u2014\uff0c\u3001\u3002\uff1b\uff1a]+/u

const longestFirst = (policy: Policy) =>
  policy.grades.map(({ code }) => code).sort((first, second) => second.length - first.length)

/** Full-width letters and blanks made plain, one character for one, so that the rest keeps its form. */
const plain = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/gu, (sign) => sign.normalize('NFKC'))

/**
 * 备注栏内容必须以客户意向等级开头. Splits `H 要白色`, `Ｈ，要白色`, `h级 要白色`, `H要白色` into the
 * grade of the policy and the rest; a text that starts with no grade comes back whole.
 */
export const splitRemark = (text: string, policy: Policy): SplitRemark => {
  const trimmed = plain(text).trim()
  const upper = trimmed.toUpperCase()
  const grade = longestFirst(policy).find((code) => upper.startsWith(code))
  if (grade === undefined) return { grade: undefined, remark: trimmed }
  const rest = trimmed.slice(grade.length)
  const belongsToAWord = /^[\p{Script=Latin}\p{N}+]/u.test(rest) || notAGrade.test(rest)
  if (belongsToAWord) return { grade: undefined, remark: trimmed }
  return { grade, remark: rest.replace(/^级/u, '').replace(gap, '') }
}

/** Reads a cell or field that holds a grade alone: `H`, `Ｈ`, `h`, `H级`; undefined for anything else. */
export const readGrade = (text: string, policy: Policy): string | undefined => {
  const { grade, remark } = splitRemark(text, policy)
  return remark === '' ? grade : undefined
}

/** The remark as it is shown and exported: its grade first. */
export const joinRemark = (grade: string, remark: string): string => `${grade} ${remark}`.trimEnd()
