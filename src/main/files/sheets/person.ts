import type { CustomerCard } from '#shared/contract/customers.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import type { BookColumn, BookSheet, Cell } from './write-book.ts'

const text = (header: string, width = 14): BookColumn => ({ header, width, as: 'text' })
const dataFields = [
  'name',
  'gender',
  'mobile',
  'birthday',
  'area',
  'source',
  'customerType',
  'wechat',
  'email',
  'address',
  'company',
  'occupation',
  'plate',
  'currentCar',
  'family',
  'companion',
] as const
const wide = 40

/** 数据副本: what is kept of one person as a workbook that he can read: his data, his opportunities, every contact, who answered for him. */
export function personSheets(
  card: CustomerCard,
  locale: Locale,
  store: { readonly name: string },
): BookSheet[] {
  const { codes, privacy: words, customers } = texts[locale]
  const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    gender: codes.gender,
    source: codes.source,
    customerType: codes.customerType,
  }
  const { customer } = card
  const told = (field: (typeof dataFields)[number]): Cell => {
    const value = customer[field]
    return value === null ? null : (coded[field]?.[value] ?? value)
  }
  const modelOf = (opportunityId: string) =>
    card.opportunities.find((each) => each.opportunityId === opportunityId)?.model ?? null
  const channels = customer.doNotContact.map((each) => codes.channel[each]).join('、')
  return [
    {
      name: words.copy.data,
      columns: [text(words.copy.what, 20), text(words.copy.value, wide)],
      rows: [
        [words.copy.store, store.name],
        ...dataFields.map((field): Cell[] => [codes.field[field], told(field)]),
        [words.copy.phones, customer.phones.join('、')],
        [words.noticeGivenOn, customer.noticeGivenOn],
        [words.consentedOn, customer.consentedOn],
        [words.doNotContact, channels],
        [customers.owner, customer.ownerName],
        [codes.field.openedOn, customer.createdOn],
      ],
    },
    {
      name: customers.opportunities,
      columns: [
        text(codes.field.model),
        text(codes.field.grade, 8),
        text(codes.field.expectedPurchaseDate),
        text(codes.field.openedOn),
        text(codes.field.remark, wide),
        text(codes.field.competitor),
        text(codes.field.budget),
        text(codes.field.payment),
        text(codes.field.use),
        text(codes.field.tradeInCar),
      ],
      rows: card.opportunities.map((each) => [
        each.model,
        each.grade,
        each.expectedPurchaseDate,
        each.openedOn,
        each.remark,
        each.competitor,
        each.budget,
        each.payment,
        each.use,
        each.tradeInCar,
      ]),
    },
    {
      name: words.copy.contacts,
      columns: [
        text(words.copy.on),
        text(words.copy.channel),
        text(words.copy.result),
        text(codes.field.model),
        text(words.copy.content, wide),
        text(words.copy.feedback, wide),
        text(words.copy.by),
      ],
      rows: card.followUps.map((each) => [
        each.contactedOn,
        codes.channel[each.channel],
        codes.result[each.result],
        modelOf(each.opportunityId),
        each.content,
        each.feedback,
        each.staffName,
      ]),
    },
    {
      name: words.copy.plans,
      columns: [
        text(words.copy.on),
        text(words.copy.channel),
        text(words.copy.purpose, wide),
        text(words.copy.by),
      ],
      rows: card.plans.map((each) => [each.on, codes.channel[each.channel], each.purpose, each.assigneeName]),
    },
    {
      name: words.copy.instructions,
      columns: [
        text(words.copy.on),
        text(words.copy.by),
        text(words.copy.content, wide),
        text(words.copy.answer, wide),
      ],
      rows: card.instructions.map((each) => [each.givenOn, each.givenBy.name, each.text, each.answer]),
    },
    {
      name: words.copy.owners,
      columns: [text(words.copy.from), text(words.copy.until), text(customers.owner)],
      rows: card.owners.map((each) => [each.fromOn, each.untilOn, each.ownerName]),
    },
  ]
}
