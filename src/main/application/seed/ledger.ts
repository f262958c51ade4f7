import { writeFileSync } from 'node:fs'

/** A number block that no seeded customer has. */
const firstMobile = 16_600_000_000
const header = '客户姓名,电话,销售顾问,级别,意向车型,来店日期,备注'
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高']
const given = [...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超霞平刚']
const grades = ['H', 'A', 'B', 'C']

/** Writes a ledger of so many rows as a store keeps it, each a new customer. */
export function writeLedger(file: string, rows: number, consultants: readonly string[]): void {
  const lines = Array.from({ length: rows }, (_, i) => {
    const name = `${surnames[i % surnames.length] ?? ''}${given[(i >> 4) % given.length] ?? ''}`
    const day = String((i % 27) + 1).padStart(2, '0')
    return `${name},${firstMobile + i},${consultants[i % consultants.length] ?? ''},${grades[i % grades.length] ?? ''},帕萨特,2026-02-${day},想要白色`
  })
  writeFileSync(file, [header, ...lines].join('\n'))
}
