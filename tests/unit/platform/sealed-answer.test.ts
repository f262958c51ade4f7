import { describe, expect, it } from 'vitest'
import { commandKey, inputMark, openAnswer, sealAnswer } from '#main/platform/sealed-answer.ts'

describe('a sealed answer', () => {
  it('opens under the id it was sealed with, and under no other', () => {
    const sealed = sealAnswer('command-1', '{"token":"secret"}')
    expect(openAnswer('command-1', sealed)).toBe('{"token":"secret"}')
    expect(() => openAnswer('command-2', sealed)).toThrow(/./)
  })

  it('shows neither itself nor, by being equal, that two answers are the same', () => {
    const [first, second] = [sealAnswer('c', 'same'), sealAnswer('c', 'same')]
    expect(first).not.toBe(second)
    expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('same')
  })

  it('does not open when a byte of it was changed', () => {
    const bytes = Buffer.from(sealAnswer('c', 'answer'), 'base64')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    expect(() => openAnswer('c', bytes.toString('base64'))).toThrow(/./)
  })

  it('marks inputs by the id of their command, so that equal inputs of two commands do not look alike', () => {
    expect(inputMark('a', { password: 'x' })).toBe(inputMark('a', { password: 'x' }))
    expect(inputMark('a', { password: 'x' })).not.toBe(inputMark('b', { password: 'x' }))
    expect(inputMark('a', { password: 'x' })).not.toBe(inputMark('a', { password: 'y' }))
    expect(commandKey('a')).not.toBe(commandKey('b'))
  })
})
