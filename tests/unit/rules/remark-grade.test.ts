import { describe, expect, it, test } from 'vitest'
import { joinRemark, readGrade, splitRemark } from '#shared/policy/remark-grade.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'

const { benyue, oabcd } = presets

describe('a remark that starts with its grade (R-3.7)', () => {
  test.each([
    ['H 要白色', 'H', '要白色'],
    ['h 要白色', 'H', '要白色'],
    ['Ｈ 要白色', 'H', '要白色'],
    ['ｈ　要白色', 'H', '要白色'],
    ['H级 要白色', 'H', '要白色'],
    ['H级，要白色', 'H', '要白色'],
    ['H要白色', 'H', '要白色'],
    ['A: 比较途观L 和 CR-V', 'A', '比较途观L 和 CR-V'],
    ['  B-下月提车', 'B', '下月提车'],
    ['C', 'C', ''],
    ['C级', 'C', ''],
  ])('%j is %s and %j', (text, grade, remark) => {
    expect(splitRemark(text, benyue)).toEqual({ grade, remark })
  })

  test.each([
    'A级车对比',
    'A6 对比',
    'Aion 也看过',
    'B站看到广告',
    'C柱有刮痕',
    'C+',
    '要白色 H',
    'O 下周订',
    '',
  ])('%j starts with no grade of the policy and stays whole', (text) => {
    expect(splitRemark(text, benyue)).toEqual({ grade: undefined, remark: text })
  })

  it('knows the codes of the policy in force', () => {
    expect(splitRemark('o 下周订', oabcd)).toEqual({ grade: 'O', remark: '下周订' })
    expect(splitRemark('H 要白色', oabcd)).toEqual({ grade: undefined, remark: 'H 要白色' })
  })

  it('takes the longer of two codes that begin alike', () => {
    const [first, second, ...rest] = benyue.grades
    const policy = { ...benyue, grades: [{ ...first!, code: 'A' }, { ...second!, code: 'A1' }, ...rest] }
    expect(splitRemark('A1 要白色', policy).grade).toBe('A1')
    expect(splitRemark('A 要白色', policy).grade).toBe('A')
  })

  test.each(presetNames)('what is joined under %s splits again', (name) => {
    for (const { code } of presets[name].grades) {
      expect(splitRemark(joinRemark(code, '要白色'), presets[name])).toEqual({
        grade: code,
        remark: '要白色',
      })
      expect(joinRemark(code, '')).toBe(code)
    }
  })

  it('keeps the rest of the text in its form', () => {
    expect(splitRemark('H 要“珍珠白”，１.５T', benyue).remark).toBe('要“珍珠白”，1.5T')
  })
})

describe('a cell that holds a grade alone (R-3.7)', () => {
  test.each([
    ['H', 'H'],
    ['Ｈ', 'H'],
    ['H级', 'H'],
    ['a', 'A'],
    [' B ', 'B'],
    ['F', undefined],
    ['战败', undefined],
    ['', undefined],
    ['H 要白色', undefined],
  ])('%j reads as %s', (text, grade) => {
    expect(readGrade(text, benyue)).toBe(grade)
  })
})
