import { describe, expect, it } from 'vitest'
import { readContact, readHistory } from '#main/files/import/read-history.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'

const span = { openedOn: asBusinessDate('2026-01-07'), today: asBusinessDate('2026-03-02') }

it('reads a line a contact, with date, channel, result and words', () => {
  expect(
    readHistory('1.7 到店看车,说再比较\n1.9 电话 未接\n2.10 微信:发了报价\n战败:买了竞品', span),
  ).toEqual({
    followUps: [
      {
        contactedOn: '2026-01-07',
        channel: 'showroom_visit',
        result: 'reached',
        content: '到店看车,说再比较',
      },
      { contactedOn: '2026-01-09', channel: 'phone', result: 'no_answer', content: '未接' },
      { contactedOn: '2026-02-10', channel: 'wechat', result: 'reached', content: '发了报价' },
    ],
    kept: ['战败:买了竞品'],
  })
})

describe('the date of a line', () => {
  it.each([
    ['2026.1.9 电话 说好了', '2026-01-09'],
    ['2026-1-9电话说好了', '2026-01-09'],
    ['26/1/9 电话 说好了', '2026-01-09'],
    ['2026年1月9日 电话 说好了', '2026-01-09'],
    ['1月9日：电话 说好了', '2026-01-09'],
    ['1月9号电话说好了', '2026-01-09'],
    ['１月９日电话说好了', '2026-01-09'],
    ['1/9 电话 说好了', '2026-01-09'],
    ['1-9,电话 说好了', '2026-01-09'],
    ['【1.9】电话 说好了', '2026-01-09'],
    ['(1.9) 电话 说好了', '2026-01-09'],
    ['1.9 10:30 电话 说好了', '2026-01-09'],
    ['1.9（周五） 电话 说好了', '2026-01-09'],
  ])('%s is %s', (line, on) => {
    expect(readHistory(line, span)).toMatchObject({
      followUps: [{ contactedOn: on, channel: 'phone' }],
      kept: [],
    })
  })

  it.each([
    ['no date', '客户说再看看'],
    ['an engine, no date', '1.5T 动力不够'],
    ['a span of days, no date', '3-5天后再联系'],
    ['money, no date', '1.5万优惠不够'],
    ['a day that does not exist', '2.30 电话 说好了'],
    ['a date and no words', '1.9'],
    ['before the opening', '2026.1.6 电话 说好了'],
    ['before the opening, without a year', '1.6 电话 说好了'],
    ['after today', '2026.3.3 电话 说好了'],
    ['a loss', '2.1 战败:买了竞品'],
  ])('%s stays as text: %s', (_why, line) => {
    expect(readHistory(line, span)).toEqual({ followUps: [], kept: [line] })
  })

  it('goes on into the new year, also when the newest line comes first', () => {
    const winter = { openedOn: asBusinessDate('2025-11-20'), today: asBusinessDate('2026-03-02') }
    const expected = ['2025-11-20', '2025-12-15', '2026-01-05']
    for (const text of [
      '11.20 到店\n12.15 电话 谈价\n1.5 电话 谈价',
      '1.5 电话 谈价\n12.15 电话 谈价\n11.20 到店',
    ]) {
      expect(readHistory(text, winter).followUps.map(({ contactedOn }) => contactedOn)).toEqual(expected)
    }
  })

  it('is the last such day up to today where the ledger tells no opening', () => {
    const read = readHistory('12.15 电话 谈价\n2.1 电话 谈价', { ...span, openedOn: null })
    expect(read.followUps.map(({ contactedOn }) => contactedOn)).toEqual(['2025-12-15', '2026-02-01'])
  })

  it('also divides contacts that stand in one line', () => {
    expect(readHistory('1.7 到店看车；1.9 电话 未接;1月12日 微信 已发报价', span).followUps).toHaveLength(3)
  })
})

describe('a contact', () => {
  it.each([
    ['到店看车,说再比较', 'showroom_visit', 'reached', '到店看车,说再比较'],
    ['二次到店', 'showroom_visit', 'reached', '二次到店'],
    ['到店试驾 途观L', 'test_drive', 'reached', '到店试驾 途观L'],
    ['试驾后满意', 'test_drive', 'reached', '试驾后满意'],
    ['电话 已约周六到店', 'phone', 'reached', '已约周六到店'],
    ['电话 说周末来试驾', 'phone', 'reached', '说周末来试驾'],
    ['电话 未接', 'phone', 'no_answer', '未接'],
    ['未接', 'phone', 'no_answer', '未接'],
    ['电话无人接听', 'phone', 'no_answer', '无人接听'],
    ['电话', 'phone', 'reached', '电话'],
    ['关机', 'phone', 'powered_off', '关机'],
    ['电话占线', 'phone', 'busy', '占线'],
    ['电话 忙', 'phone', 'busy', '忙'],
    ['电话 客户在忙，改天聊', 'phone', 'reached', '客户在忙，改天聊'],
    ['电话 挂断', 'phone', 'hung_up', '挂断'],
    ['电话 空号', 'phone', 'invalid_number', '空号'],
    ['打错了,不是他', 'phone', 'wrong_number', '打错了,不是他'],
    ['电话 非本人', 'phone', 'not_in_person', '非本人'],
    ['电话 还未接触过竞品', 'phone', 'reached', '还未接触过竞品'],
    ['微信发了配置表', 'wechat', 'reached', '发了配置表'],
    ['微信 未回', 'wechat', 'no_answer', '未回'],
    ['短信通知活动', 'sms', 'reached', '通知活动'],
    ['上门拜访', 'home_visit', 'reached', '上门拜访'],
    ['约周六到店', 'other', 'reached', '约周六到店'],
    ['嫌贵,等优惠', 'other', 'reached', '嫌贵,等优惠'],
  ])('%s', (said, channel, result, content) => {
    expect(readContact(said)).toEqual({ channel, result, content })
  })
})
