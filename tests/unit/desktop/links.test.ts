import { expect, it } from 'vitest'
import { linkToCustomer, pageOfLink, plainPage } from '#shared/contract/pages.ts'

const id = '01957283-1234-7abc-8def-012345678901'

it.each([
  [linkToCustomer(id), `/customers/${id}`],
  [`showroom-cadence://customer/${id}/`, `/customers/${id}`],
  [`SHOWROOM-CADENCE://customer/${id}`, `/customers/${id}`],
  ['showroom-cadence://to-do', '/to-do'],
  ['showroom-cadence://to-do/', '/to-do'],
])('“%s” leads to %s', (link, page) => {
  expect(pageOfLink(link)).toBe(page)
})

it.each([
  `showroom-cadence:customer/${id}`,
  `showroom-cadence://customer/${id}/../../policy`,
  'showroom-cadence://customer/../../etc/passwd',
  'showroom-cadence://customer/%2e%2e%2fpolicy',
  `showroom-cadence://customer/${id}?next=javascript:alert(1)`,
  `showroom-cadence://customer/${id}#/policy`,
  'showroom-cadence://customer/<script>alert(1)</script>',
  'showroom-cadence://customer/x',
  'showroom-cadence://javascript:alert(1)',
  'showroom-cadence://print/verdict/13800138000',
  'showroom-cadence://user@customer/1234567890',
  'javascript:alert(1)//showroom-cadence://to-do',
  'https://example.com/customer/1234567890',
  'file:///etc/passwd',
  `showroom-cadence://customer/${'a'.repeat(100_000)}`,
  'showroom-cadence://customer/王建国王建国',
  'showroom-cadence://',
  '',
])('“%.60s” leads nowhere', (link) => {
  expect(pageOfLink(link)).toBeUndefined()
})

it('a page is remembered without whatever it was about', () => {
  expect(plainPage(`/customers/${id}`)).toBe('/customers')
  expect(plainPage('/showroom?on=2026-03-02')).toBe('/showroom')
  expect(plainPage('/ownership/verdict?phone=13800138000')).toBe('/ownership')
  for (const page of ['/print/verdict/13800138000', '/sign-in', '/', '', 'to-do', '/__proto__', '/TO-DO'])
    expect(plainPage(page)).toBeUndefined()
})
