/** Words of every document that is printed or saved: its bar, and what became of it. */
export const paper = {
  preview: '打印预览',
  print: '打印',
  pdf: '存为 PDF',
  picture: '存为图片',
  excel: '存为 Excel',
  printPage: '打印页',
  printed: '已发送到打印机',
  savedTo: '已保存到 {{path}}',
  showFile: '打开所在文件夹',
  failed: '没有完成',
  training: '演练门店，数据不是真实的',
} as const
