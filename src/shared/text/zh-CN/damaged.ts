/** Words of a start that finds its own files damaged; read before anything else of the application. */
export const damaged = {
  title: '程序文件已损坏',
  detail:
    '以下文件与安装时不一致：{{files}}\n为防止数据出错，程序不会启动。门店数据没有受影响。请重新安装程序。',
  quit: '退出',
} as const
