import { importFields, type ColumnMapping, type ImportField } from '#shared/contract/imports.ts'

/** Names under which stores keep each field, the most telling first: a column takes the field it is surest of. */
const names: Readonly<Record<ImportField, string>> = {
  name:
    '客户姓名|姓名|客户名称|客户名|顾客姓名|车主姓名|潜客姓名|客户|顾客|车主|名字|联系人|' +
    'customer name|full name|name|customer|client|contact',
  mobile:
    '联系电话|手机号码|手机号|手机|电话号码|电话|客户电话|客户手机|移动电话|联系手机|联系方式|' +
    '联系号码|mobile|mobile phone|phone|phone number|mobile number|telephone|tel|cell|cell phone|' +
    'contact number',
  gender: '性别|称呼|称谓|尊称|gender|sex|salutation',
  customerType: '客户类型|客户性质|客户类别|客户属性|个人单位|customer type',
  birthday: '生日|出生日期|出生年月日|出生年月|birthday|date of birth|birth date|dob',
  area: '区域|地区|所在区域|所在地区|所在地|居住区域|城区|区县|城市|area|district|region|city',
  source:
    '客户来源|信息来源|来源渠道|线索来源|来源|获知渠道|信息渠道|来店渠道|渠道|客源|source|' +
    'lead source|customer source|channel',
  wechat: '微信号|微信|微信账号|wechat|wechat id',
  email: '电子邮箱|邮箱|电子邮件|邮件|email|e-mail|email address',
  address: '家庭住址|联系地址|详细地址|通讯地址|住址|地址|address',
  company: '单位名称|工作单位|公司名称|单位|公司|企业名称|company|employer|organisation',
  occupation: '职业|行业|职务|从事行业|occupation|profession|job|industry',
  plate: '车牌号码|车牌号|车牌|牌照|牌照号|plate|plate number|licence plate|license plate',
  currentCar:
    '现有车型|现用车型|现有车辆|现有车|在用车型|保有车型|保有车辆|旧车车型|旧车|置换车型|' +
    'current car|current vehicle|present car',
  model:
    '意向车型|意向车系|购买车型|拟购车型|关注车型|意向车|需求车型|车型|车系|车款|model|' +
    'model of interest|car model|vehicle|car',
  grade:
    '意向级别|意向等级|客户级别|客户等级|购车级别|级别|等级|意向度|意向|abc分类|grade|level|' +
    'customer grade|rating',
  expectedPurchaseDate:
    '预购日期|预计购车日期|预计购车时间|预计购买日期|预计购买时间|预购时间|计划购车时间|' +
    '计划购车日期|拟购时间|拟购日期|预计成交日期|预计成交时间|预计订车日期|预计订车时间|购车时间|' +
    '购车日期|购买时间|expected purchase date|expected date|purchase date|expected purchase|' +
    'expected close',
  purchaseType: '购车形态|购车类型|购买类型|购买形态|购车性质|购买性质|首购增购|purchase type',
  openedOn:
    '登记日期|建档日期|建卡日期|登记时间|建档时间|建卡时间|首次到店|首次到店日期|首次到店时间|' +
    '首次来店|首次来店日期|首次接触|首访日期|来店日期|到店日期|来店时间|到店时间|接待日期|录入日期|' +
    '创建日期|日期|opened|opened on|registered|registration date|first visit|created|date',
  owner:
    '销售顾问|顾问|顾问姓名|接待顾问|归属顾问|跟进顾问|销售人员|销售员|业务员|接待人|接待人员|' +
    '负责人|跟进人|所属顾问|销售|sales consultant|consultant|salesperson|owner|sales|sales rep',
  remark: '备注|备注说明|备注信息|其他|其它|说明|remark|remarks|note|notes|comment|comments|other',
  history:
    '跟进记录|跟踪情况|跟踪记录|跟进情况|回访记录|回访情况|联系记录|洽谈记录|洽谈情况|沟通记录|' +
    '跟进内容|跟踪内容|跟进|跟踪|回访|follow-up|follow-ups|follow up|history|contact history',
  competitor: '竞品|竞品车型|竞争车型|竞争品牌|对比车型|比较车型|competitor|competing model',
  budget: '预算|购车预算|预算金额|budget',
  payment: '付款方式|支付方式|购车方式|购买方式|付款|全款贷款|payment|payment method|financing',
  use: '用途|购车用途|使用用途|use|usage|purpose',
}

/** No header is longer; what is, is a note or made to be slow. */
const longestHeader = 60

/** A header as it is compared: plain letters, nothing in brackets, no marks, blanks or case. */
const bare = (header: string): string =>
  header
    .slice(0, longestHeader)
    .normalize('NFKC')
    .replace(/[([【〔<].*?[)\]】〕>]/gu, '')
    .toLowerCase()
    .replace(/[\s*:：.。·_\-—'"“”#?？!！]+/gu, '')

type Match = { readonly field: ImportField; readonly weight: number }

const exact = new Map<string, Match>(
  importFields.flatMap((field) =>
    names[field]
      .split('|')
      .map((name, place): [string, Match] => [bare(name), { field, weight: 100 - place }]),
  ),
)

/** Longest names first, so that a header that contains several is read by the most telling one. */
const chineseNames = [...exact]
  .filter(([name]) => /\p{Script=Han}{2}/u.test(name))
  .sort(([a], [b]) => b.length - a.length)

const matchPart = (part: string): Match | undefined => exact.get(part)

/** `车型/颜色` is the model; `姓名/电话` holds two fields in one cell, which nobody can take apart safely. */
const matchCombined = (parts: readonly string[]): Match | undefined => {
  const known = parts.map(matchPart).filter((match) => match !== undefined)
  const [first] = known
  const agree = known.every(({ field }) => field === first?.field)
  return first && agree ? { field: first.field, weight: 50 } : undefined
}

/** Words that turn a familiar name into something else: 客户编号, 电话次数, 跟进人数 … */
const foreignWord = /(?:编号|序号|编码|次数|人数|数量|状态|是否|结果|原因|\bid\b|no$)/u

/** What a header means, or nothing when it is unknown or joins several fields. */
export const matchHeader = (header: string): Match | undefined => {
  if (header.length > longestHeader) return undefined
  const plain = bare(header)
  if (plain === '') return undefined
  const found = matchPart(plain)
  if (found) return found
  const parts = header
    .normalize('NFKC')
    .split(/[/、,，&+|\n]|和|及|与/u)
    .map(bare)
    .filter(Boolean)
  if (parts.length > 1) return matchCombined(parts)
  if (foreignWord.test(plain)) return undefined
  const containing = chineseNames.find(([name]) => plain.includes(name))
  return containing ? { field: containing[1].field, weight: 20 + containing[0].length } : undefined
}

/** Proposes what each column means: each field and each column at most once, the surest match first. */
export const proposeMapping = (headers: readonly string[]): ColumnMapping => {
  const matches = headers
    .map((header, column) => ({ column, match: matchHeader(header) }))
    .filter((each): each is { column: number; match: Match } => each.match !== undefined)
    .sort((first, second) => second.match.weight - first.match.weight || first.column - second.column)
  const mapping: ColumnMapping = {}
  for (const { column, match } of matches) mapping[match.field] ??= column
  return mapping
}

/** Applies a saved mapping to a file whose columns may stand in another order: by the headers' words. */
export const mappingFromProfile = (
  profile: { readonly mapping: ColumnMapping; readonly headers: readonly string[] },
  headers: readonly string[],
): ColumnMapping => {
  const places = new Map(headers.map((header, column) => [bare(header), column] as const).reverse())
  const mapping: ColumnMapping = {}
  for (const field of importFields) {
    const column = profile.mapping[field]
    const header = column === undefined ? undefined : profile.headers[column]
    const place = header === undefined || bare(header) === '' ? undefined : places.get(bare(header))
    if (place !== undefined) mapping[field] = place
  }
  return mapping
}
