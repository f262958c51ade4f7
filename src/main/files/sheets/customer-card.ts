import type { CardEntry, CardForm, CardFormOpportunity } from '#shared/contract/forms-card.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { formatYuan } from '#shared/domain/money.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import { cellOf, exportedRow, heightFor, twoSides, wholeRow, type ExportedBy } from './form-words.ts'
import { gradeMove } from './daily-report.ts'
import type { FormRow, FormSheet } from './write-form.ts'

const widths = [13, 15, 13, 15, 13, 15]
const columns = widths.length

/** Label and value, as many pairs as fit in a row. */
function pairs(...values: readonly (readonly [label: string, value: string | null])[]): FormRow {
  const last = values.length - 1
  const cells = values.flatMap(([label, value], place) => [
    cellOf(label, 'label'),
    cellOf(value, 'cell', place === last ? columns - 2 * last - 1 : 1),
  ])
  return {
    cells,
    height: heightFor(values.map(([, value], place) => [value, place === last ? 15 + 28 * (2 - last) : 15])),
  }
}

const listed = (
  title: string,
  heads: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): FormRow[] =>
  rows.length === 0
    ? []
    : [
        wholeRow(title, 'section', columns, 20),
        { cells: spread(heads, 'head') },
        ...rows.map((row) => ({
          cells: spread(row, 'cell'),
          height: heightFor(row.map((text) => [text, 15])),
        })),
      ]
const spread = (row: readonly (string | null)[], look: 'head' | 'cell') =>
  row.map((text, place) => cellOf(text, look, place === row.length - 1 ? columns - row.length + 1 : 1))

function wish(each: CardFormOpportunity, locale: Locale): FormRow[] {
  const { forms, codes } = texts[locale]
  const words = forms.card
  return [
    wholeRow(`${words.need} · ${codes.opportunityStatus[each.status]}`, 'section', columns, 20),
    pairs([words.model, each.model], [words.firstGrade, each.firstGrade], [words.grade, each.grade]),
    pairs(
      [words.expected, each.expectedPurchaseDate],
      [words.purchaseType, each.purchaseType && codes.purchaseType[each.purchaseType]],
      [words.budget, each.budget],
    ),
    pairs([words.payment, each.payment], [words.use, each.use], [words.competitor, each.competitor]),
    pairs(
      [words.tradeIn, each.tradeInCar],
      [words.quotation, each.quotationFen === null ? null : formatYuan(each.quotationFen)],
      [words.openedOn, each.openedOn],
    ),
    pairs(
      [words.orderedOn, each.orderedOn],
      [words.deliveredOn, each.deliveredOn],
      [words.lostOn, each.lostOn],
    ),
    pairs([words.remark, each.remark]),
  ]
}

function front(card: CardForm, by: ExportedBy, locale: Locale): FormSheet {
  const { forms, codes } = texts[locale]
  const words = forms.card
  const { customer } = card
  const title = card.bought ? forms.paperTitle.customer_card : forms.paperTitle.prospect_card
  const others = customer.phones.filter((phone) => phone !== customer.mobile).join(forms.between)
  const relatives: Readonly<Record<string, string>> = codes.relation
  return {
    name: title,
    orientation: 'portrait',
    widths,
    repeated: [0, 1],
    rows: [
      wholeRow(title, 'title', columns, 28),
      twoSides(
        `${card.storeName}　${fill(forms.consultantIs, { name: customer.ownerName ?? '' })}`,
        fill(forms.createdIs, { on: customer.createdOn }),
        columns,
      ),
      wholeRow(words.basics, 'section', columns, 20),
      pairs(
        [words.name, customer.name],
        [words.gender, customer.gender && codes.gender[customer.gender]],
        [words.birthday, customer.age === null ? null : customer.birthday],
      ),
      pairs([words.phone, customer.mobile], [words.phones, others], [words.wechat, customer.wechat]),
      pairs(
        [words.customerType, customer.customerType && codes.customerType[customer.customerType]],
        [words.company, customer.company],
        [words.occupation, customer.occupation],
      ),
      pairs(
        [words.area, customer.area],
        [words.source, customer.source && codes.source[customer.source]],
        [words.email, customer.email],
      ),
      pairs([words.address, customer.address]),
      pairs(
        [words.currentCar, customer.currentCar],
        [words.plate, customer.plate],
        [words.companion, customer.companion],
      ),
      pairs(
        [words.family, customer.family],
        [
          words.relatives,
          card.relatives
            .map(({ name, relation }) => `${name}(${relatives[relation] ?? relation})`)
            .join(forms.between),
        ],
      ),
      ...card.opportunities.flatMap((each) => wish(each, locale)),
      ...listed(
        words.visits,
        [words.on, words.kind, words.times, words.staff],
        card.visits.map((each) => [
          each.on,
          codes.visitKind[each.kind],
          [each.arrivedTime, each.leftTime].filter(Boolean).join('–'),
          each.consultantName,
        ]),
      ),
      ...listed(
        words.testDrives,
        [words.on, words.model, words.agreement, words.staff],
        card.testDrives.map((each) => [each.on, each.model, each.agreementNumber, each.staffName]),
      ),
      twoSides(words.signManager, fill(words.printedOn, { on: card.printedOn }), columns, 30),
      exportedRow(by, columns, locale),
    ],
  }
}

const backWidths = [12, 18, 12, 14, 44, 9, 11]

function entryRow({ plan, contact, ...entry }: CardEntry, locale: Locale): FormRow {
  const { forms, codes } = texts[locale]
  const words = forms.card
  const planWhat = plan
    ? [codes.channel[plan.channel], plan.purpose, plan.status === 'dropped' ? words.dropped : '']
        .filter(Boolean)
        .join(' ')
    : null
  const said = contact
    ? [
        contact.lateRecorded ? forms.report.late : '',
        contact.content,
        contact.feedback ? fill(forms.report.feedback, { feedback: contact.feedback }) : '',
      ]
        .filter(Boolean)
        .join(forms.between)
    : plan
      ? null
      : words.changeOnly
  return {
    cells: [
      cellOf(plan ? [plan.on, plan.time].filter(Boolean).join(' ') : null, 'center'),
      cellOf(planWhat, 'cell'),
      cellOf(contact?.on ?? (plan ? (plan.status === 'open' ? words.open : null) : entry.on), 'center'),
      cellOf(contact ? `${codes.channel[contact.channel]} ${codes.result[contact.result]}` : null, 'cell'),
      cellOf(said, 'cell'),
      cellOf(gradeMove(entry, locale), 'center'),
      cellOf(entry.staffName, 'center'),
    ],
    height: heightFor([
      [planWhat, 18],
      [said, 44],
    ]),
  }
}

function back(card: CardForm, by: ExportedBy, locale: Locale): FormSheet {
  const { forms } = texts[locale]
  const words = forms.card
  const width = backWidths.length
  const heads = [
    words.planOn,
    words.planWhat,
    words.contactOn,
    words.contactWhat,
    words.content,
    words.gradeAfter,
    words.staff,
  ]
  return {
    name: forms.paperTitle.card_back,
    orientation: 'portrait',
    widths: backWidths,
    repeated: [0, 2],
    rows: [
      wholeRow(forms.paperTitle.card_back, 'title', width, 28),
      twoSides(
        `${card.customer.name}　${card.customer.mobile}`,
        fill(forms.consultantIs, { name: card.customer.ownerName ?? '' }),
        width,
      ),
      { cells: heads.map((head) => cellOf(head, 'head')) },
      ...card.entries.map((entry) => entryRow(entry, locale)),
      ...(card.entries.length === 0 ? [wholeRow(words.noEntries, 'cell', width, 20)] : []),
      exportedRow(by, width, locale),
    ],
  }
}

/** 客户管理卡 as a workbook: its front and its back, a sheet each. */
export const customerCardForm = (card: CardForm, by: ExportedBy, locale: Locale): FormSheet[] => [
  front(card, by, locale),
  back(card, by, locale),
]
