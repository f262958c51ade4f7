/** Words of the overlay of shortcuts. */
export const shortcuts = {
  title: '快捷键',
  everywhere: '任何页面',
  page: '当前页面',
  search: '搜索客户和命令',
  help: '显示快捷键',
  close: '关闭对话框或面板',
  nextRow: '下一行',
  previousRow: '上一行',
  open: '打开',
  list: '列表',
  goTo: '打开{{page}}',
  none: '这个页面没有自己的快捷键',
} as const
