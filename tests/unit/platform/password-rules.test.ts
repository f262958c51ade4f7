import { describe, expect, it } from 'vitest'
import { passwordProblem } from '#main/platform/password-rules.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from '#main/platform/password.ts'

const problemOf = (password: string, about: readonly string[] = []) =>
  passwordProblem(password, { training: false, about })?.code

describe('a password of a live store (S4)', () => {
  it.each(['', '1234567', '汽车4S店好', '𠮷𠮷𠮷𠮷'])('has at least eight signs, unlike %j', (password) => {
    expect(problemOf(password)).toBe('password_too_short')
  })

  it.each([
    'password',
    'PassWord1',
    'ｐａｓｓｗｏｒｄ',
    'woaini1314',
    '5201314520',
    'a1234567',
    '88888888',
    'abababab',
    '12345678',
    '87654321',
    '01234567',
    'abcdefgh',
    'zyxwvuts',
    'qwertyui',
    'poiuytrewq',
    '1qaz2wsx',
    '19900520',
    '20051990',
    '13812345678',
    'admin888!',
    '!!password1!!',
    'volkswagen1',
  ])('is not %s, which is tried first', (password) => {
    expect(problemOf(password)).toBe('password_common')
  })

  it.each(['chenxiaodong', 'chenxiaodong88', '2024chenxiaodong', 'ChenXiaoDong!'])(
    'is not made of what everybody knows of its owner: %s',
    (password) => {
      expect(problemOf(password, ['chenxiaodong', '陈晓东', '江南店'])).toBe('password_common')
    },
  )

  it.each(['correct horse 7', '我家住在江阴路口', 'Tuesday-tyre-9', '陈晓东爱吃小笼包', 'x9$Lm2qv'])(
    'may be %s',
    (password) => {
      expect(problemOf(password, ['chen', '陈晓东', '江南店'])).toBeUndefined()
    },
  )

  it('is whatever one likes in a training store', () => {
    expect(passwordProblem('p', { training: true })).toBeUndefined()
  })
})

describe('a hash of a password (S4)', () => {
  const made = hashPassword('correct horse 7')

  it('tells its parameters, at least 2^15 rounds, and a salt of its own', () => {
    const [scheme, n, r, p, salt] = made.split('$')
    expect(scheme).toBe('scrypt')
    expect(Number(n)).toBeGreaterThanOrEqual(2 ** 15)
    expect([r, p]).toEqual(['8', '1'])
    expect(Buffer.from(salt ?? '', 'base64')).toHaveLength(16)
    expect(hashPassword('correct horse 7')).not.toBe(made)
  })

  it('fits its password in any way of writing it, and no other', () => {
    expect(verifyPassword('correct horse 7', made)).toBe(true)
    expect(verifyPassword('Ｃorrect horse 7', made)).toBe(false)
    expect(verifyPassword('ｃorrect horse 7', made)).toBe(true)
  })

  it.each([
    '',
    'scrypt',
    'scrypt$x$8$1$AAAA$AAAA',
    'scrypt$32767$8$1$AAAA$AAAA',
    'scrypt$1073741824$8$1$AAAA$AAAA',
    'scrypt$32768$8$1$AAAA$',
    'md5$1$2$3$4$5',
  ])('that is none fits nothing: %s', (hash) => {
    expect(verifyPassword('x', hash)).toBe(false)
    expect(isOutdatedHash(hash) || hash.startsWith('scrypt')).toBe(true)
  })

  it('is outdated where its cost is lower than today’s', () => {
    expect(isOutdatedHash(made)).toBe(false)
    expect(isOutdatedHash(made.replace('$32768$', '$16384$'))).toBe(true)
  })
})
