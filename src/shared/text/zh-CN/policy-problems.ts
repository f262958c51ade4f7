/** 分级政策为什么不能使用(R-2.4),按代码排列。 */
export const policyProblems = {
  grades_missing: '政策没有任何等级',
  grade_count: '等级数应为 {{min}} 到 {{max}} 个，现在是 {{count}} 个',
  grade_code_repeated: '等级代码“{{grade}}”重复',
  grade_order_repeated: '等级“{{grade}}”的顺序 {{order}} 重复',
  close_window_missing: '等级“{{grade}}”缺少成交天数；只有最后一级可以没有',
  close_window_below_one: '等级“{{grade}}”的成交天数至少为 1',
  close_windows_not_increasing: '等级“{{grade}}”的成交天数 {{window}} 应大于前一级的 {{before}}',
  revisit_below_one: '等级“{{grade}}”的回访间隔至少为 1 天',
  revisit_beyond_close_window: '等级“{{grade}}”的回访间隔 {{every}} 天长于成交天数 {{window}} 天',
  last_grade_with_window: '最后一级“{{grade}}”不能有成交天数（现为 {{window}} 天），否则更晚的日期没有等级',
  threshold_too_small: '数值 {{value}} 太小，至少为 {{min}}',
  thin_ice_beyond_protection: '提醒天数 {{thinIceDays}} 不能多于保护天数 {{dormantAfterDays}}',
  field_must_stay_required: '“{{field}}”必须是必填项',
  opening_days_not_increasing: '首轮跟进的天数应逐次增加：{{before}} 之后不能是 {{day}}',
  percent_out_of_range: '百分比应在 0 到 100 之间，现在是 {{percent}}',
} as const
