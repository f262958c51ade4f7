import { expect, it } from 'vitest'
import { checkRows, countProblems, listProblems } from '#main/files/import/find-problems.ts'
import { emptyStore, readOne } from './ledgers.ts'

const rowsOf = (...mobiles: string[]) =>
  mobiles.map((mobile, index) => ({
    ...readOne({ name: `客户${index}`, mobile, owner: '李雪' }),
    row: index + 2,
  }))

it('counts a phone as repeated in every row after the first that has it', () => {
  const rows = checkRows(rowsOf('13800138000', '138-0013-8000', '13900139000', '+8613800138000'), emptyStore)
  expect(listProblems(rows)).toEqual([
    { row: 3, kind: 'phone_repeated', field: 'mobile', value: '13800138000', customerName: '客户1' },
    { row: 5, kind: 'phone_repeated', field: 'mobile', value: '13800138000', customerName: '客户3' },
  ])
})

it('finds a repeated phone also among second numbers', () => {
  const rows = checkRows(rowsOf('13800138000', '13900139000/13800138000'), emptyStore)
  expect(listProblems(rows)).toMatchObject([{ row: 3, kind: 'phone_repeated', value: '13800138000' }])
})

it('asks the store once for all phones, and once for each name', () => {
  const asked: unknown[] = []
  const rows = checkRows(rowsOf('13800138000', '13800138000', '无'), {
    knownPhones: (phones) => {
      asked.push(phones)
      return new Set(phones)
    },
    findStaff: (name) => {
      asked.push(name)
      return 'staff-1'
    },
  })
  expect(asked).toEqual([['13800138000', '13800138000'], '李雪'])
  expect(countProblems(rows)).toMatchObject({
    phone_known: 2,
    phone_repeated: 1,
    phone_missing: 1,
    staff_unknown: 0,
  })
})

it('knows a consultant whose name is written with blanks', () => {
  const [row] = checkRows([readOne({ name: '张三', mobile: '13800138000', owner: '李　雪' })], emptyStore)
  expect(row).toMatchObject({ ownerId: 'staff-李雪', problems: [] })
})

it('takes a row without a consultant for one whose consultant is unknown', () => {
  const [row] = checkRows([readOne({ name: '张三', mobile: '13800138000' })], emptyStore)
  expect(row?.problems).toEqual([{ kind: 'staff_unknown', field: 'owner', value: '' }])
})

it('counts rows, not cells: two impossible dates in one row are one row', () => {
  const rows = checkRows(
    [
      readOne({
        name: '张三',
        mobile: '13800138000',
        owner: '李雪',
        openedOn: '2月30日',
        expectedPurchaseDate: '年后',
      }),
    ],
    emptyStore,
  )
  expect(listProblems(rows)).toHaveLength(2)
  expect(countProblems(rows).date_invalid).toBe(1)
})
