/** The command line: its help, and what a check of the store can find. */
export const cli = {
  help: `用法：npm run -s cli -- <动作> [选项]

  call    --store 文件
          从标准输入逐行读取 JSON 调用，按顺序逐行写出 JSON 结果：
          {"id":1,"call":"session.signIn","input":{…},"token":"…","commandId":"…","now":"2026-03-02T09:00:00+08:00"}
          id、input、token、commandId、now 可以不写；now 只有演练门店接受。
  create  --store 文件 --name 门店名 --kind live|training --policy benyue|three-forms|tracking-log|dcc|oabcd
          --admin 用户名 [--locale zh-CN|en] [--zone Asia/Shanghai]
          密码取自环境变量 SHOWROOM_ADMIN_PASSWORD，否则为标准输入的第一行。
  seed    --store 文件 --customers 客户数 --days 天数 --until 日期 --seed 种子
          用逼真的历史填充演练门店；文件不存在时新建。日期是历史的最后一天。
  verify  --store 文件
          检查文件、审计链与各项不变量；有问题时退出码为 1。
  roll    --store 文件 [--now 时刻] [--today 日期]
          对到期的日期做日结。时钟跳变之后，用 --today 说明今天是哪一天。
  import  --store 文件 --login 用户名 --file 台账 [--sheet 工作表] [--decisions JSON] [--now 时刻]
          不写 --decisions 时只预览；导入时写出对每类问题的决定，没有则写 {}。
          密码取自环境变量 SHOWROOM_PASSWORD，否则为标准输入的第一行。
  backup  --store 文件
          立即备份到门店旁边的 backups 文件夹；另一个程序正打开着的门店也可以备份。
  backups --store 文件
          列出全部备份，新的在前；不可用的写明原因。门店打不开或不存在时也可以用。
  restore --store 文件 --from 备份 --login 用户名 --reason 原因
          用备份替换门店；先备份现有的门店，打不开的文件改名保留。备份写名称，或写路径（连同旁边的 .json）。
          门店能打开时需要总监或管理员；打不开时以备份里的管理员、总监或经理为准。
          密码取自环境变量 SHOWROOM_PASSWORD，否则为标准输入的第一行。
  help    显示本说明

  --lang zh-CN|en  提示的语言
  退出码：0 已完成；1 被拒绝或发现问题；2 用法不对。`,
  problems: {
    file_damaged: '文件已损坏：{{detail}}',
    constraint_broken: '{{table}} 有一行不符合表结构的约束',
    reference_broken: '{{table}} 有一行指向不存在的 {{parent}}',
    audit_hash_wrong: '操作记录 {{sequence}} 的内容与其校验值不符',
    audit_chain_broken: '操作记录 {{sequence}} 与前一条不相连',
    audit_sequence_gap: '操作记录 {{sequence}} 之前缺少 {{count}} 条记录：它们被删除了',
    audit_entries_swapped: '操作记录 {{sequence}} 与 {{other}} 被互换了',
    row_edited: '{{table}} 中 {{row}} 的 {{field}} 现为“{{stored}}”，操作记录写的是“{{trail}}”：绕过程序改过',
    row_deleted: '{{table}} 中的 {{row}} 不见了，操作记录里没有删除它的操作',
    row_added: '{{table}} 中的 {{row}} 在操作记录里没有来历：绕过程序加进来的',
    rows_swapped: '{{table}} 中 {{row}} 与 {{other}} 的 {{field}} 被互换了',
    table_edited:
      '{{table}} 的内容被绕过程序改过：应有 {{trailRows}} 行，现有 {{storedRows}} 行（行数相同就是内容被改）；操作记录只留有批量操作，指不出是哪一行',
    sums_edited: '{{table}} 的内容校验和被绕过程序改过，内容本身与操作记录一致',
    content_differs: '全部内容与操作记录 {{sequence}} 写下的校验和不符',
    content_differed_before: '在操作记录 {{sequence}} 所记的升级之前，内容就已与操作记录不符',
    cut_tail:
      '操作记录的尾部被截掉了：{{since}} 之后（第 {{sequence}} 条之后）至少缺少 {{missing}} 条，{{source}} 留有它们的对账码',
    old_backup_put_back:
      '现在的文件是旧备份（{{backup}}，到 {{since}} 为止）：它没有经过恢复操作就被放了回来，之后至少 {{missing}} 条记录不在了',
    chain_rebuilt:
      '操作记录第 {{after}} 条之后被整个重写：第 {{sequence}} 条与店外留存的对账码（{{source}}）不符',
    policy_invalid: '政策版本 {{version}} 不可用：{{field}}',
    open_without_plan: '未结束的销售机会没有跟进计划',
    plan_without_open: '已结束的销售机会还有未执行的跟进计划',
    no_active_owner: '客户还有未结束的销售机会，却没有在职的销售顾问',
    owner_differs: '销售机会的顾问与客户的顾问不同',
    family_owner_differs: '关联的亲属归属于不同的销售顾问',
    family_without_links: '客户的亲属关联与家庭编号不一致',
    assignee_differs: '跟进计划不在客户顾问的名下',
    owner_chain_differs: '归属记录的最后一行不是现在的顾问',
    reassignment_without_link: '再分配与归属记录不符',
    phone_missing: '客户的手机号不在电话表中',
    phone_reversed_wrong: '电话 {{phone}} 的反向索引不对',
    limit_differs: '期限记为 {{stored}}，应为 {{expected}}',
    last_contact_differs: '最近联系日记为 {{stored}}，应为 {{expected}}',
    last_effective_differs: '最近有效跟踪日记为 {{stored}}，应为 {{expected}}',
    plan_without_leave: '未执行的跟进计划属于一个不存在或已取消的休假',
    plan_end_missing: '已结束的跟进计划没有结束日期',
    plan_follow_up_missing: '已执行的跟进计划没有对应的跟进记录',
    appointment_of_another: '到店预约的计划属于另一个销售机会或客户',
    appointment_without_plan: '到店预约还没有结果，却没有当天未执行的计划',
    lead_without_card: '线索的分配、客户和销售机会互相矛盾',
    lead_start_differs: '线索的状态与首次跟进或关闭的时间不符',
    lead_exception_differs: '线索异常的状态与协助人或结果不符',
    plan_of_another: '跟进计划与其销售机会不属于同一客户',
    phone_repeated: '电话 {{phone}} 属于 {{count}} 个客户',
    shared_phone_dangling: '共用电话 {{phone}} 没有第一位客户，或与他是同一位',
    merged_not_empty: '已合并的客户名下还有记录',
    visit_card_differs: '来访的建卡与客户、销售机会或日期不一致',
    visit_times_differ: '来访 {{arrivedTime}} 到店，{{leftTime}} 离店，前后不一致',
    visit_consultant_differs: '来访的接待人与接待方式不一致',
    register_day_differs: '已签字的登记合计与登记内容不一致',
    test_drive_of_another: '试驾的客户与销售机会或来访不一致',
    loss_without_waiting: '战败申请待审，销售机会却不在待审状态',
    claim_without_evidence: '工作联系单已裁定，却既没有指明录音，也没有声明没有录音',
    claim_contact_differs: '工作联系单所依据的联系不是提出人与这位客户的联系',
    identity_repeated: '违规 {{identity}} 记录了不止一次',
    report_without_entry: '整改报告没有对应的有效考核',
    suspension_without_entry: '待岗学习没有对应的有效考核',
    violation_entry_differs: '违规的状态（{{status}}）与考核台账不一致',
    violation_approved_twice: '同一条违规在台账中计了不止一次',
    penalty_sequence_gap: '考核台账第 {{sequence}} 笔之前缺少记录',
    penalty_differs: '考核台账记为 {{stored}}，按记录复算为 {{recomputed}}（分或积分）',
    digest_wrong: '{{on}} 已签每日检查的内容与其校验值不符',
  },
} as const
