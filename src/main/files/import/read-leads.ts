import { leadImportFields, type LeadImportField } from '#shared/contract/lead-imports.ts'
import type { ColumnMapping, ImportField } from '#shared/contract/imports.ts'
import { refuseField } from '#shared/errors.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { readGrade, splitRemark } from '#shared/policy/remark-grade.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Source } from '#shared/domain/codes.ts'
import { cellText, type Ledger } from './ledger.ts'
import { layOutLedger, type LedgerLayout } from './lay-out-ledger.ts'
import { readRows } from './read-rows.ts'
import type { ReadRow, RowProblem } from './read-row.ts'

export type LeadMapping = Partial<Record<LeadImportField, number>>

/** A column of a ledger of leads, as the ledgers of customers call it; a campaign they do not know. */
const customerField: Readonly<Record<Exclude<LeadImportField, 'campaign'>, ImportField>> = {
  name: 'name',
  phone: 'mobile',
  source: 'source',
  model: 'model',
  area: 'area',
  remark: 'remark',
  grade: 'grade',
  assignee: 'owner',
}
const campaignHeader = /活动|推广|计划名称|campaign/iu

/** The field of a lead to which a problem of a row belongs. */
export const leadField = (field: ImportField): LeadImportField =>
  leadImportFields.find((each) => each !== 'campaign' && customerField[each] === field) ?? 'remark'

/** A ledger of leads taken apart: the layout every ledger has, and what each column means for a lead. */
export interface LeadLayout {
  readonly layout: LedgerLayout
  readonly mapping: LeadMapping
}

/** Lays out a ledger of leads with the header row and the columns given, or with those it proposes. */
export function layOutLeads(
  ledger: Ledger,
  wanted: { readonly headerRow: number | null; readonly mapping: LeadMapping | null },
): LeadLayout {
  const first = layOutLedger(ledger, { headerRow: wanted.headerRow })
  const mapping = wanted.mapping ?? propose(first)
  const campaign = mapping.campaign
  if (campaign !== undefined) {
    const taken = Object.entries(mapping).some(
      ([field, column]) => field !== 'campaign' && column === campaign,
    )
    if (taken) refuseField('mapping.campaign', 'invalid', { column: campaign + 1 })
    if (campaign >= first.columns.length)
      refuseField('mapping.campaign', 'unknown_column', { column: campaign + 1 })
  }
  const asCustomers: ColumnMapping = {}
  for (const [field, ours] of Object.entries(customerField)) {
    const column = mapping[field as keyof typeof customerField]
    if (column !== undefined) asCustomers[ours] = column
  }
  const layout = layOutLedger(ledger, { headerRow: first.headerRow, mapping: asCustomers })
  return { layout, mapping }
}

function propose({ mapping, columns }: LedgerLayout): LeadMapping {
  const proposed: LeadMapping = {}
  for (const field of leadImportFields) {
    const column = field === 'campaign' ? undefined : mapping[customerField[field]]
    if (column !== undefined) proposed[field] = column
  }
  const taken = Object.values(proposed)
  const campaign = columns.find(({ header, index }) => !taken.includes(index) && campaignHeader.test(header))
  return campaign ? { ...proposed, campaign: campaign.index } : proposed
}

/** A row of a ledger of leads, read as far as the row alone allows. */
export interface LeadLine {
  readonly row: number
  readonly name: string | null
  readonly phone: string | null
  readonly source: Source | null
  readonly model: string | null
  readonly area: string | null
  readonly campaign: string | null
  readonly remark: string | null
  readonly grade: string | null
  readonly assignee: string | null
  readonly problems: readonly RowProblem[]
}

/** Longest campaign that the forms take. */
const longestCampaign = 100

/** Reads every row of a ledger of leads: phones in their one form, words of the ledger as the store's codes. */
export async function readLeadRows(
  { layout, mapping }: LeadLayout,
  { policy, today }: { readonly policy: Policy; readonly today: BusinessDate },
): Promise<LeadLine[]> {
  const cellsOf = new Map(layout.rows.map(({ row, cells }) => [row, cells]))
  const read = await readRows(layout, {
    today,
    readGrade: (text) => readGrade(text, policy),
    splitRemark: (text) => splitRemark(text, policy),
  })
  return read.map((each) => {
    const cell = mapping.campaign === undefined ? undefined : cellsOf.get(each.row)?.[mapping.campaign]
    return { ...lineOf(each), campaign: cellText(cell).trim().slice(0, longestCampaign) || null }
  })
}

function lineOf({ row, customer, opportunity, ownerName, problems }: ReadRow): Omit<LeadLine, 'campaign'> {
  const { name, mobile, otherPhones, source, area } = customer
  // A second number has no field of its own, and is not lost.
  const remark = [opportunity.remark, ...otherPhones].filter(Boolean).join('；')
  return {
    row,
    name,
    phone: mobile,
    source,
    model: opportunity.model,
    area,
    remark: remark || null,
    grade: opportunity.grade,
    assignee: ownerName,
    problems,
  }
}
