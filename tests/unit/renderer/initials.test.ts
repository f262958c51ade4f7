import { expect, test } from 'vitest'
import { byTextOrInitials, initialsOf } from '../../../src/renderer/ui/choice/initials.ts'

test('a name has the initials of its pinyin, a surname as it is read as one', () => {
  expect(['张婷', '朱丽娟', '欧阳安', '途观L', '曾国藩', '单田芳', 'Anna'].map(initialsOf)).toEqual([
    'zt',
    'zlj',
    'oya',
    'tgl',
    'zgf',
    'stf',
    'anna',
  ])
})

test('options are found by a part of their text or the beginning of their initials, groups without any go', () => {
  const item = (label: string) => ({ value: label, label })
  const options = [
    { group: '现在可接待', items: [item('张婷'), item('朱丽娟 · 接待中')] },
    { group: '不在', items: [item('李雪 · 休假')] },
    item('其他'),
  ]
  const found = (search: string) => byTextOrInitials({ options, search, limit: Infinity })
  expect(found('zl')).toEqual([{ group: '现在可接待', items: [item('朱丽娟 · 接待中')] }])
  expect(found('雪')).toEqual([{ group: '不在', items: [item('李雪 · 休假')] }])
  expect(found('q')).toEqual([item('其他')])
  expect(found('')).toEqual(options)
  expect(found('x')).toEqual([])
})
