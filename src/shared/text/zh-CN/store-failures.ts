/** A store that does not open: what is safe, and what to do next (P5, P7, P9); and what stands in the trail of a restored one. */
export const storeFailures = {
  safe: {
    damaged: '损坏的文件原样保留，不会被删除或覆盖。可以从下面的备份恢复；恢复前会把它改名保存在同一文件夹。',
    from_future: '数据完好，没有改动。请升级软件后再打开。',
    not_migrated: '数据完好，仍是升级前的样子。请装回升级前的版本继续工作，并联系技术支持。',
    busy: '数据完好。请在另一个程序中关闭门店，然后重试。',
    not_found: '没有改动任何内容。请检查文件是否被移动，或磁盘是否已连接，然后重试。',
    network_share: '没有改动任何内容。请把门店文件放到本机硬盘；第二备份文件夹可以放在网络共享上。',
    full: '已保存的数据完好。请腾出磁盘空间，然后重试。',
    read_only: '已保存的数据完好。请解除磁盘、文件夹或文件的写保护，然后重试。',
    other: '没有改动任何内容。请重试；如果仍然打不开，请把编号告诉支持人员。',
  },
  program: { application: '软件窗口', command_line: '命令行' },
  holder: '{{program}}（进程 {{pid}}，电脑 {{host}}，自 {{since}}）',
  unknownHolder: '另一个程序',
  /** The reason that stands in the trail of the restored store. */
  restored: '{{reason}}（恢复自备份 {{name}}；操作人 {{who}}）',
  rescued: '门店文件打不开，从备份恢复',
} as const
