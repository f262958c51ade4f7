/** 电脑时钟(R-1.6)。 */
export const clock = {
  ahead: '电脑时钟比最后一条记录晚了一天以上。确认今天的日期之前，不会检查、审批或签字。',
  askAgain: '确认日期',
  aheadTitle: '今天是这一天吗？',
  computerSays: '电脑显示今天是',
  lastRecord: '最后一条记录：{{at}}',
  judges: '确认后将依次检查 {{from}} 至 {{until}} 共 {{count}} 天的到期工作。',
  judgesOne: '确认后将检查 {{on}} 的到期工作。',
  ifNot: '如果不是，请先取消，校正电脑的日期，再回到这里。在此之前登记和跟进照常进行。',
  yesToday: '是的，今天是 {{today}}',
  confirmed: '日期已确认，已检查 {{count}} 天',
  settle: '处理时钟',
  settleTitle: '现在的时钟是对的吗？',
  behindBy: '电脑显示 {{now}}，而最后一条记录写于 {{last}}。',
  settleHint:
    '如果电脑时间是错的，请取消并先校正它。如果现在的时间是对的，请写明原因：从此以它为准。超前的记录保留，误判的违规可以免除。',
  settled: '时钟已处理，检查、审批和签字已恢复',
  whoSettles: '请校正时钟，或请销售总监处理',
} as const
