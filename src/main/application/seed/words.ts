import type { Channel, LossReason } from '#shared/domain/codes.ts'

/** What people of the training store say and write. */

export const models = ['朗逸', '帕萨特', '途观L', '途岳', '凌渡L', 'ID.4 X', '威然', '途昂'] as const
export const areas = [
  '澄江',
  '周庄',
  '华士',
  '新桥',
  '长泾',
  '璜土',
  '利港',
  '青阳',
  '月城',
  '徐霞客',
  '云亭',
  '南闸',
  '张家港',
  '靖江',
  '无锡',
  '常州',
] as const
export const occupations = [
  '教师',
  '个体户',
  '工程师',
  '医生',
  '公务员',
  '企业主',
  '会计',
  '护士',
  '司机',
  '销售',
  '程序员',
  '退休',
] as const
export const currentCars = [
  '桑塔纳',
  '老款朗逸',
  '凯越',
  '轩逸',
  '福克斯',
  '速腾',
  '雪佛兰科鲁兹',
  '本田飞度',
  '哈弗H6',
  '五菱宏光',
] as const
export const competitors = [
  '比亚迪秦PLUS',
  '轩逸',
  '凯美瑞',
  '雅阁',
  '本田CR-V',
  '哈弗H6',
  '特斯拉Model Y',
  '比亚迪宋PLUS',
  '奇瑞瑞虎8',
  '理想L6',
] as const
export const companies = [
  '华联纺织有限公司',
  '澄江建材有限公司',
  '新桥毛纺厂',
  '恒达物流有限公司',
  '长江机械有限公司',
  '江南装饰工程公司',
] as const
export const budgets = ['10万以内', '10-15万', '15-20万', '20-25万', '25-30万', '30万以上'] as const
export const payments = ['全款', '贷款两年', '贷款三年', '看金融政策'] as const
export const uses = ['上下班代步', '家用', '接送孩子', '商务接待', '跑业务', '自驾出游'] as const
export const streets = ['人民路', '中山路', '环城北路', '澄江中路', '文化路', '虹桥路', '通富路'] as const

export const remarks = [
  '要白色，看重油耗',
  '夫妻俩一起来的，女方做主',
  '老车要置换，等评估价',
  '对比过两家，价格敏感',
  '喜欢高配，颜色要黑色',
  '年底前要提车，看优惠力度',
  '孩子上学用车，空间要大',
  '朋友介绍来的，信任度高',
  '首次购车，关注保养费用',
  '想要现车，不愿等',
  '看中智能驾驶配置',
  '要求送装潢和保养',
] as const

/** What was said, by how near the purchase is: hot, warm, cold. */
export const conversations = {
  hot: [
    '客户已确定{{model}}顶配，就差价格，约好周末带家人来店签单，已申请特价',
    '客户今天到店试驾{{model}}，对动力和隔音满意，还要和爱人商量最后一次',
    '报了最终价，客户希望再送一次保养，已请示经理，明天回复',
    '客户问现车和提车时间，{{model}}白色有现车，约好来店交定金',
    '旧车评估价客户基本认可，差两千块，约好当面谈',
    '金融方案算好发给客户，首付三成两年免息，客户表示可以接受',
  ],
  warm: [
    '客户在对比{{competitor}}，主要纠结后排空间，邀请周末带家人来店对比试驾',
    '介绍了本月置换补贴，客户说等发了年终奖再定，已发{{model}}配置表',
    '客户上周去看了{{competitor}}，觉得内饰一般，还是偏向{{model}}',
    '客户说爱人想看红色，店里下周到车，到车后约看车',
    '邀约试驾{{model}}，客户说这周出差，回来后再约',
    '客户关心油耗和保养费用，发了车主口碑，约好周末再联系',
    '客户家里老人要一起坐，想看看第二排，约到店体验',
  ],
  cold: [
    '客户说房子刚装修，买车要等几个月，先保持联系，发了近期活动信息',
    '客户在等新款上市，介绍了{{model}}的新配置，愿意收到货再来看',
    '客户目前只是了解，预算没定，加了微信，发了{{model}}视频介绍',
    '客户的驾照还没考出来，预计下个季度，先留资料',
    '客户说单位名额没下来，暂时不急，月底再联系',
    '聊了用车需求，客户想先看看新能源政策，发了{{model}}补贴说明',
  ],
} as const

/** Written down by somebody in a hurry: too short to count. */
export const shortNotes = ['已联系', '好的', '再考虑', '等等看'] as const
export const missedNotes = [
  '',
  '',
  '无人接听，稍后再打',
  '响了很久没人接',
  '对方正在通话',
  '客户家人接的，说人不在',
] as const
export const feedbacks = [
  '希望再优惠一点',
  '对服务满意',
  '觉得贴膜太贵',
  '想要现车',
  '要和家人商量',
  '嫌等车时间太长',
  '认可品牌',
  '对置换价不满意',
] as const

/** What the next contact is for, and how it will be made. */
export const purposes: readonly (readonly [string, Channel])[] = [
  ['确认到店时间', 'phone'],
  ['跟进对比结果', 'phone'],
  ['发送优惠信息并询问意向', 'wechat'],
  ['邀约周末到店', 'phone'],
  ['回复价格申请结果', 'phone'],
  ['了解家人意见', 'wechat'],
  ['提醒活动截止日期', 'wechat'],
  ['询问购车计划有无变化', 'phone'],
]
export const appointments: readonly (readonly [string, Channel])[] = [
  ['约好来店看现车', 'showroom_visit'],
  ['约好试驾', 'test_drive'],
  ['客户约定这个时间通话', 'phone'],
  ['约好来店谈价格', 'showroom_visit'],
  ['上门送合同', 'home_visit'],
]
export const appointmentTimes = [
  '09:30',
  '10:00',
  '10:30',
  '11:00',
  '14:00',
  '14:30',
  '15:00',
  '15:30',
  '16:00',
  '17:00',
  '18:30',
] as const
export const againPurpose = '上次未接通，再次联系'
export const afterRefusalPurpose = '战败未批准，重新联系客户'

export const losses: readonly (readonly [LossReason, string | null])[] = [
  ['price', '客户觉得价格高出预算一万多'],
  ['competitor', '已在竞品店交定金'],
  ['bought_elsewhere', '在外地店买了同款车'],
  ['no_longer_buying', '家里有事，今年不考虑买车'],
  ['finance', '贷款审批没有通过'],
  ['other', '客户要去外地工作'],
]
export const approvals = ['情况属实', '已电话核实', null] as const
export const refusals = ['还有希望，再约一次', '理由不充分，请再跟进', '请带客户见我后再定'] as const
export const allowances = [
  '客户出国，约定回来后联系',
  '客户住院，家属要求下月再联系',
  '客户明确约定了这个日期',
] as const
export const instructions = [
  '这位客户请今天务必联系上，并告诉我结果',
  '竞品正在搞活动，请尽快邀约到店',
  '价格可以再谈，带客户来见我',
  '预购日期一推再推，问清真实原因',
  '客户投诉没人联系，请马上回访并道歉',
] as const
export const answers = [
  '已联系，约好周末到店',
  '已说明，客户表示理解',
  '客户在外地，约下周再谈',
  '已报价，等客户回复',
] as const
export const callers = ['王先生', '李女士', '张先生', '陈女士', '赵先生', '周先生'] as const

/** What people write about violations and reports. */
export const objections = [
  '当天已联系客户，忘记录入',
  '客户要求改天联系，有微信为证',
  '当天外出培训，手机没有信号',
] as const
export const waivers = ['情况属实，当天系统断网', '客户确有要求，不计', '已核实，不属于本人责任'] as const
export const causes = [
  '当天接待客户较多，没有安排好回访时间',
  '计划集中在同一天，未能分散安排',
  '忘记查看待办清单，下班前没有复查',
] as const
export const measures = [
  '每天九点前先完成逾期和 H 级回访，下班前一小时复查清单',
  '建立计划时避开满负荷的日期，由经理每周检查一次',
  '上班、午后、下班前各看一次待办，当日事当日毕',
] as const
export const returns = ['措施不具体，请写明每天怎么做', '原因没有写清楚', '初犯，从轻处理'] as const
