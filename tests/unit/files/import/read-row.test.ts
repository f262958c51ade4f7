import { describe, expect, it } from 'vitest'
import { readPhones } from '#main/files/import/read-phones.ts'
import { fullRemark } from '#main/files/import/read-row.ts'
import { readCustomerType, readGender, readPurchaseType, readSource } from '#main/files/import/read-words.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { texts } from '#shared/text/index.ts'
import { readOne } from './ledgers.ts'

const whole = { name: '张三', mobile: '13800138000' } as const
const kindsOf = (cells: Parameters<typeof readOne>[0], policy?: Parameters<typeof readOne>[1]) =>
  readOne({ ...whole, ...cells }, policy).problems.map(({ kind, field }) => `${kind} ${field}`)

describe('a phone', () => {
  it.each([
    ['13800138000', ['13800138000']],
    [13800138000, ['13800138000']],
    ['13800138000.0', ['13800138000']],
    ["'13800138000", ['13800138000']],
    ['+86 138-0013-8000', ['13800138000']],
    ['0086 13800138000', ['13800138000']],
    ['１３８００１３８０００', ['13800138000']],
    ['138 0013 8000', ['13800138000']],
    ['021-62345678', ['02162345678']],
    ['13800138000/13900139000', ['13800138000', '13900139000']],
    ['13800138000、13900139000', ['13800138000', '13900139000']],
    ['13800138000 13900139000', ['13800138000', '13900139000']],
    ['13800138000\n021-62345678', ['13800138000', '02162345678']],
  ])('%j is %j', (cell, phones) => {
    expect(readPhones(cell)).toEqual({ kind: 'phones', phones, unread: [] })
  })
  it('keeps what stands beside a phone and is none', () => {
    expect(readPhones('13800138000，张太太')).toEqual({
      kind: 'phones',
      phones: ['13800138000'],
      unread: ['张太太'],
    })
  })
  it.each(['1380013800', '138001380001', '12800138000', '1.38E+10', '张三', '138001 3900139000'])(
    '%j is invalid',
    (cell) => {
      expect(readPhones(cell)).toEqual({ kind: 'invalid' })
    },
  )
  it.each(['', ' ', '-', '无', '未留', 'N/A'])('%j is missing', (cell) => {
    expect(readPhones(cell)).toEqual({ kind: 'empty' })
  })
})

describe('words', () => {
  it.each([
    ['男', '', 'male'],
    ['先生', '', 'male'],
    ['女士', '', 'female'],
    ['女', '王先生', 'female'],
    ['', '王先生', 'male'],
    ['李小姐', '李', 'female'],
    ['', '王建国', 'unknown'],
    ['Mr.', '', 'male'],
  ])('gender %j of %j is %s', (cell, name, gender) => {
    expect(readGender(cell, name)).toBe(gender)
  })
  it.each([
    ['', '江南贸易有限公司', 'company'],
    ['单位', '张三', 'company'],
    ['个人', '江南贸易有限公司', 'person'],
    ['', '张三', 'person'],
  ])('type %j of %j is %s', (cell, name, type) => {
    expect(readCustomerType(cell, name)).toBe(type)
  })
  it.each([
    ['自然到店', 'walk_in', null],
    ['来电', 'call_in', null],
    ['老客户介绍', 'referral', null],
    ['朋友介绍', 'referral', '朋友介绍'],
    ['老客户增购', 'repeat', '老客户增购'],
    ['懂车帝', 'website', '懂车帝'],
    ['汽车之家', 'website', '汽车之家'],
    ['易车', 'website', '易车'],
    ['抖音', 'social', '抖音'],
    ['快手', 'social', '快手'],
    ['小红书', 'social', '小红书'],
    ['微信', 'social', '微信'],
    ['外展', 'event', '外展'],
    ['五一车展', 'event', '五一车展'],
    ['厂家', 'headquarters', null],
    ['路牌', 'other', '路牌'],
    ['其他', 'other', null],
  ])('source %s is %s and keeps %j', (cell, source, word) => {
    expect(readSource(cell)).toEqual({ source, word })
  })
  it('source and purchase type are left open where the ledger says nothing', () => {
    expect(readSource('')).toBeNull()
    expect(readPurchaseType('')).toBeNull()
    expect(['首购', '置换', '增购'].map(readPurchaseType)).toEqual(['first', 'replacement', 'additional'])
  })
})

describe('the grade (R-3.7)', () => {
  it.each([
    ['H', '', 'H', ''],
    ['Ｈ', '', 'H', ''],
    ['H级', '', 'H', ''],
    ['a', '', 'A', ''],
    ['B(30天)', '', 'B', ''],
    ['C类客户', '', 'C', ''],
    ['', 'A 要白色', 'A', '要白色'],
    ['', 'Ｂ 要白色', 'B', '要白色'],
    ['', 'H级，贷款', 'H', '贷款'],
    ['-', 'A 要白色', 'A', '要白色'],
    ['C', 'A 要白色', 'C', '要白色'],
    ['', '要现车', null, '要现车'],
    ['', 'D 看竞品', null, 'D 看竞品'],
    ['', 'ABS 要有', null, 'ABS 要有'],
    ['', '', null, ''],
  ])('column %j and remark %j give %j and %j', (grade, remark, read, rest) => {
    const row = readOne({ ...whole, grade, remark })
    expect(row.opportunity).toMatchObject({ grade: read, remark: rest })
    expect(row.problems).toEqual([])
  })
  it.each(['F', 'D', '战败', 'HH', '1'])('%s is unknown, whatever the remark starts with', (grade) => {
    expect(kindsOf({ grade, remark: 'A 要白色' })).toEqual(['grade_unknown grade'])
  })
  it('depends on the policy', () => {
    expect(kindsOf({ grade: 'D' }, presets.dcc)).toEqual([])
    expect(kindsOf({ grade: 'H' }, presets.dcc)).toEqual(['grade_unknown grade'])
  })
})

describe('dates without a year', () => {
  it.each([
    ['1月7日', '3月9日', '2026-01-07', '2026-03-09'],
    ['12月20日', '1月15日', '2025-12-20', '2026-01-15'],
    ['2026-02-27', '2月20日', '2026-02-27', '2027-02-20'],
    ['', '2月20日', null, '2026-02-20'],
    ['3/2', '3/2', '2026-03-02', '2026-03-02'],
    ['3/3', '3/4', '2025-03-03', '2025-03-04'],
  ])('opened %j and expected %j are %s and %s', (openedOn, expectedPurchaseDate, opened, expected) => {
    const row = readOne({ ...whole, openedOn, expectedPurchaseDate })
    expect([row.openedOn, row.opportunity.expectedPurchaseDate]).toEqual([opened, expected])
  })
})

describe('the opening', () => {
  it('is never after today; what the ledger said is kept', () => {
    const row = readOne({ ...whole, openedOn: '2026-05-01' })
    expect(row.openedOn).toBe('2026-03-02')
    expect(row.keptWords).toEqual([{ field: 'openedOn', text: '2026-05-01' }])
  })
  it('is the first contact where the ledger does not tell it', () => {
    expect(readOne({ ...whole, history: '2.10 电话 未接\n2.8 到店看车' }).openedOn).toBe('2026-02-08')
    expect(readOne(whole).openedOn).toBeNull()
  })
})

it('names every problem of a row with its field and the words found', () => {
  const row = readOne({
    name: ' ',
    mobile: '1380013800',
    openedOn: '2月30日',
    expectedPurchaseDate: '年后',
    grade: '战败',
  })
  expect(row.problems).toEqual([
    { kind: 'name_missing', field: 'name', value: '' },
    { kind: 'phone_invalid', field: 'mobile', value: '1380013800' },
    { kind: 'date_invalid', field: 'openedOn', value: '2月30日' },
    { kind: 'date_invalid', field: 'expectedPurchaseDate', value: '年后' },
    { kind: 'grade_unknown', field: 'grade', value: '战败' },
  ])
  expect(kindsOf({ expectedPurchaseDate: '2206-03-09' })).toEqual(['date_invalid expectedPurchaseDate'])
})

it('keeps an unreadable birthday in words and takes no customer for it', () => {
  const row = readOne({ ...whole, birthday: '属马' })
  expect(row.problems).toEqual([])
  expect(row.keptWords).toEqual([{ field: 'birthday', text: '属马' }])
  expect(readOne({ ...whole, birthday: '1985/3/9' }).customer.birthday).toBe('1985-03-09')
})

it('loses nothing the ledger said: what no field holds stands in the remark', () => {
  const row = readOne({
    ...whole,
    remark: 'H 要白色',
    source: '抖音',
    plate: `沪A${'1'.repeat(30)}`,
    history: '战败:买了竞品',
  })
  expect(row.customer.plate).toHaveLength(20)
  expect(fullRemark(row, texts['zh-CN'].codes.field)).toBe(
    `要白色；来源：抖音；车牌：沪A${'1'.repeat(30)}；跟进记录：战败:买了竞品`,
  )
})
