/** 导入台账时退回文件里的文字。 */
export const ledgerFile = {
  suffix: '未导入',
  sheet: '未导入',
  row: '原行号',
  why: '未导入原因',
  reason: '{{field}}：{{problem}}',
  reasonOfValue: '{{field}}：{{problem}}（{{value}}）',
  between: '；',
  firstPlan: '导入后首次回访',
  importedFrom: '导入 {{file}}',
  undoneImport: '撤销导入 {{file}}',
} as const
