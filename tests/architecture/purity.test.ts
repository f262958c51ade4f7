import ts from 'typescript'
import { expect, it } from 'vitest'
import { files, findNodes } from './sources.ts'

// Whatever makes two runs with the same facts differ, or reaches out of the process.
const IMPURE = new Set([
  'Date',
  'performance',
  'process',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'Temporal',
])

const isImpure = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'Math.random'
  if (!ts.isIdentifier(node) || !IMPURE.has(node.text)) return false
  const { parent } = node
  const isMemberName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node)
  return !isMemberName
}

it('rules and shared code know no clock, no chance and no world outside', () => {
  const sources = files('src/{shared,main/rules}/**/*.ts').filter(
    (file) => !file.startsWith('src/shared/time/'),
  )
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.flatMap((file) => findNodes(file, isImpure))).toEqual([])
})

it('only the calendar and the clock touch the built-in Date', () => {
  const isDate = (node: ts.Node) => isImpure(node) && node.getText() === 'Date'
  const elsewhere = files('src/**/*.{ts,tsx}').filter(
    (file) => !file.startsWith('src/shared/time/') && file !== 'src/main/platform/clock.ts',
  )
  expect(elsewhere.flatMap((file) => findNodes(file, isDate))).toEqual([])
})
