import { describe, expect, it } from 'vitest'
import { mappingFromProfile, matchHeader, proposeMapping } from '#main/files/import/header-names.ts'
import { findHeader } from '#main/files/import/find-header.ts'

describe('a header', () => {
  it.each([
    ['顾问', 'owner'],
    ['销 售 顾 问', 'owner'],
    ['手机', 'mobile'],
    ['*联系电话', 'mobile'],
    ['联系电话（必填）', 'mobile'],
    ['客户', 'name'],
    ['客户姓名:', 'name'],
    ['级别', 'grade'],
    ['客户级别', 'grade'],
    ['车型/颜色', 'model'],
    ['意向车型及配置', 'model'],
    ['预计购车时间', 'expectedPurchaseDate'],
    ['首次到店', 'openedOn'],
    ['首次来店日期', 'openedOn'],
    ['来源', 'source'],
    ['称呼', 'gender'],
    ['跟踪情况', 'history'],
    ['第一次跟踪记录', 'history'],
    ['其他', 'remark'],
    ['备注', 'remark'],
    ['生日', 'birthday'],
    ['区域', 'area'],
    ['职业', 'occupation'],
    ['对比车型', 'competitor'],
    ['旧车车型', 'currentCar'],
    ['付款方式', 'payment'],
    ['Customer Name', 'name'],
    ['PHONE', 'mobile'],
    ['Follow-up', 'history'],
    ['Expected purchase date', 'expectedPurchaseDate'],
  ])('%s means %s', (header, field) => {
    expect(matchHeader(header)?.field).toBe(field)
  })

  it.each([
    '序号',
    '',
    '  ',
    '姓名/电话',
    '客户编号',
    '电话次数',
    '是否试驾',
    'abc',
    '13800138000',
    '王建国',
  ])('%j is left unmapped', (header) => {
    expect(matchHeader(header)).toBeUndefined()
  })
})

it('gives each field one column and each column one field, the surest match first', () => {
  expect(proposeMapping(['日期', '登记日期', '客户', '客户姓名', '电话', '手机号码', '序号'])).toEqual({
    openedOn: 1,
    name: 3,
    mobile: 5,
  })
})

it('applies a saved mapping by the words of the headers, wherever they stand now', () => {
  const profile = { mapping: { name: 0, mobile: 1, remark: 2 }, headers: ['称谓', 'TEL No.', '其他'] }
  expect(mappingFromProfile(profile, ['其他', '序号', '称谓', 'Tel no'])).toEqual({
    name: 2,
    mobile: 3,
    remark: 0,
  })
  expect(mappingFromProfile(profile, ['姓名', '手机'])).toEqual({})
})

it('finds the header below titles and notes, and takes the first row where there is none', () => {
  const rows = [
    { row: 2, cells: ['江南店 意向客户台账'] },
    { row: 3, cells: ['填表人:前台', '', '备注:红色为重点'] },
    { row: 5, cells: ['序号', '客户姓名', '联系电话', '备注'] },
    { row: 6, cells: [1, '张三', 13800138000, '客户说电话联系'] },
  ]
  expect(findHeader(rows).row).toBe(5)
  expect(findHeader(rows.slice(3))).toEqual({ row: 6, weight: 0 })
  expect(findHeader([])).toEqual({ row: 1, weight: 0 })
})
