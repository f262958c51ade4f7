export const ownership = {
  title: '客户归属',
  /** 主程序写入记录的话,用门店的语言 */
  record: {
    transferred: '工作联系单获批：{{reason}}',
    superseded: '客户已按另一份工作联系单归 {{name}}',
  },
} as const
