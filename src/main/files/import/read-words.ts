import type { CustomerType, Gender, PurchaseType, Source } from '#shared/domain/codes.ts'

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** The first entry whose words a text holds. */
const lookUp = <Code extends string>(
  text: string,
  words: readonly (readonly [Code, RegExp])[],
): Code | undefined => words.find(([, word]) => word.test(text))?.[0]

const genderWords: readonly (readonly [Gender, RegExp])[] = [
  ['female', /^(?:女|女士|女性|小姐|太太|夫人|阿姨|姐|大姐|美女|female|f|ms\.?|mrs\.?|miss)$/],
  ['male', /^(?:男|男士|男性|先生|师傅|大哥|哥|叔叔|帅哥|male|m|mr\.?)$/],
]
const titles: readonly (readonly [Gender, RegExp])[] = [
  ['female', /(?:女士|小姐|太太|夫人|阿姨|大姐|姐)$|^(?:ms|mrs|miss)\b/i],
  ['male', /(?:先生|师傅|大哥|哥)$|^mr\b/i],
]

/** Gender 性别 from its column (男, 先生 …), else from the title in the name (王先生); unknown otherwise. */
export const readGender = (cell: string, name: string): Gender =>
  lookUp(plain(cell), genderWords) ?? lookUp(cell.trim(), titles) ?? lookUp(name.trim(), titles) ?? 'unknown'

const companyName =
  /公司|集团|有限|股份|工厂|厂$|中心$|合作社|事务所|工作室|银行|医院|学校|学院|大学|研究[所院]|[^佛]局$|委员会|经营部|商行|门市部|协会|\b(?:ltd|inc|llc|co\.|corp|gmbh)\b/i

/** Customer type 客户类型 from its column, else from a name that is plainly a company's. */
export const readCustomerType = (cell: string, name: string): CustomerType => {
  const text = plain(cell)
  if (/公司|单位|企业|集团|机构|团体|company|business|corporate/.test(text)) return 'company'
  if (/个人|私人|个体|家庭|person|private|individual/.test(text)) return 'person'
  return companyName.test(name) ? 'company' : 'person'
}

/** Order matters: 车展 before 展厅, 老客户介绍 before 老客户. */
const sourceWords: readonly (readonly [Source, RegExp])[] = [
  ['referral', /介绍|推荐|转介|亲友|朋友|亲戚|同事|熟人|referr|friend/],
  ['repeat', /老客户|再购|增购|换购|置换|基盘|保有|复购|repeat|returning/],
  [
    'social',
    /抖音|快手|小红书|微信|朋友圈|公众号|视频号|微博|直播|b站|哔哩|头条|社群|社交|新媒体|短视频|douyin|tiktok|wechat|social/,
  ],
  [
    'website',
    /懂车帝|汽车之家|之家|易车|太平洋|爱卡|瓜子|网站|官网|网络|网销|电网销|垂媒|垂直|网上|线上|天猫|京东|百度|小程序|website|online|internet|\bweb\b/,
  ],
  ['event', /外展|车展|巡展|展会|外拓|活动|团购|路演|市场|定展|快闪|event|fair|roadshow/],
  ['headquarters', /厂家|总部|主机厂|厂商|集团派|下发|400|headquarter|manufacturer|oem/],
  ['call_in', /来电|电话|致电|热线|呼入|call|phone/],
  ['walk_in', /自然|来店|到店|进店|展厅|路过|上门|walk|showroom/],
]

/** Words that say no more than the code itself: nothing is lost when only the code is kept. */
const sourceSaysItAll =
  /^(?:自然到店|自然进店|自然来店|自然客流|来店|到店|进店|展厅|来电|电话|老客户介绍|转介绍|老客户再购|网站|网络|社交媒体|活动|市场活动|厂家|厂家派发|其他|其它|walk-?in|call-?in|referral|repeat|website|social(?:media)?|event|headquarters|other)$/

/** Where a customer came from, and the ledger's own word when it says more than the code (懂车帝, 抖音 …). */
export type ReadSource = { readonly source: Source; readonly word: string | null }

/** Source 客户来源 by dictionary; an unknown word is `other` and kept. Null for an empty cell. */
export const readSource = (cell: string): ReadSource | null => {
  const text = plain(cell)
  if (text === '' || /^[-—/]+$/.test(text)) return null
  const source = lookUp(text, sourceWords) ?? 'other'
  return { source, word: sourceSaysItAll.test(text) ? null : cell.trim() }
}

const purchaseWords: readonly (readonly [PurchaseType, RegExp])[] = [
  ['replacement', /置换|换购|换车|更换|旧换新|replace|trade/],
  ['additional', /增购|添购|再购|加购|第二辆|第2辆|additional|second/],
  ['first', /首购|首次|新购|第一辆|第1辆|首台|first|new/],
]

/** Purchase type 购车形态; null when the ledger does not say. */
export const readPurchaseType = (cell: string): PurchaseType | null =>
  lookUp(plain(cell), purchaseWords) ?? null
