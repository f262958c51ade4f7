import type { cli as zhCli } from '../zh-CN/cli.ts'
import type { WordsOf } from '../words.ts'

export const cli: WordsOf<typeof zhCli> = {
  help: `Usage: npm run -s cli -- <verb> [options]

  call    --store FILE
          Reads calls from standard input, one line of JSON each, and writes one line for each, in order:
          {"id":1,"call":"session.signIn","input":{…},"token":"…","commandId":"…","now":"2026-03-02T09:00:00+08:00"}
          id, input, token, commandId and now may be left out; only a training store takes now.
  create  --store FILE --name NAME --kind live|training --policy benyue|three-forms|tracking-log|dcc|oabcd
          --admin LOGIN [--locale zh-CN|en] [--zone Asia/Shanghai]
          The password comes from SHOWROOM_ADMIN_PASSWORD, else it is the first line of standard input.
  seed    --store FILE --customers N --days D --until DATE --seed S
          Fills a training store with a believable history; makes it where there is none. DATE is its last day.
  verify  --store FILE
          Checks the file, the audit chain and the invariants; exits 1 if anything is wrong.
  roll    --store FILE [--now MOMENT] [--today DATE]
          Judges the dates that are due. After a jump of the clock --today says that today is that date.
  import  --store FILE --login LOGIN --file LEDGER [--sheet NAME] [--decisions JSON] [--now MOMENT]
          Without --decisions it only shows what it would do; to import, say what becomes of each kind of
          problem, or {} where there is none.
          The password comes from SHOWROOM_PASSWORD, else it is the first line of standard input.
  backup  --store FILE
          Makes a backup in the folder backups beside the store, also of one that another program has open.
  backups --store FILE
          Lists all backups, newest first, the bad ones with why; the store need not open, or be there.
  restore --store FILE --from BACKUP --login LOGIN --reason TEXT
          Puts a backup in the place of the store, after a backup of what is there; a file that does not open is kept
          under another name. BACKUP is a name, or a path that has its .json beside it.
          Needs a director or an administrator of the store; where it does not open, an administrator, director or
          manager of the backup. The password comes from SHOWROOM_PASSWORD, else it is the first line of standard input.
  help    Shows this

  --lang zh-CN|en  the language of messages
  Exit codes: 0 done; 1 refused, or something is wrong; 2 asked wrongly.`,
  problems: {
    file_damaged: 'the file is damaged: {{detail}}',
    constraint_broken: 'a row of {{table}} is not as the schema allows',
    reference_broken: 'a row of {{table}} refers to no {{parent}}',
    audit_hash_wrong: 'audit entry {{sequence}} does not have the hash of its content',
    audit_chain_broken: 'audit entry {{sequence}} is not chained to the one before',
    audit_sequence_gap: '{{count}} entries are missing before audit entry {{sequence}}: they were deleted',
    audit_entries_swapped: 'audit entries {{sequence}} and {{other}} were exchanged',
    row_edited:
      '{{field}} of {{row}} in {{table}} is “{{stored}}”, the trail says “{{trail}}”: edited past the program',
    row_deleted: '{{row}} of {{table}} is gone, and nothing in the trail deleted it',
    row_added: '{{row}} of {{table}} comes from nowhere in the trail: added past the program',
    rows_swapped: '{{field}} of {{row}} and of {{other}} in {{table}} were exchanged',
    table_edited:
      '{{table}} was edited past the program: {{trailRows}} rows were counted, {{storedRows}} are there (the same number: what is in them was changed); the trail knows them only as part of an act in bulk and cannot say which',
    sums_edited: 'the sum of {{table}} was edited past the program; its content is what the trail says',
    content_differs: 'the whole content does not have the sum that audit entry {{sequence}} says',
    content_differed_before:
      'the content differed from the trail already before the update of audit entry {{sequence}}',
    cut_tail:
      'the tail of the trail was cut off: at least {{missing}} entries after {{since}} (after entry {{sequence}}) are missing, {{source}} keeps their reconciliation code',
    old_backup_put_back:
      'this file is an old backup ({{backup}}, up to {{since}}) that was put back without a restore: at least {{missing}} entries after it are gone',
    chain_rebuilt:
      'the trail was rewritten after entry {{after}}: entry {{sequence}} does not have the reconciliation code kept outside ({{source}})',
    policy_invalid: 'version {{version}} of the policy cannot work: {{field}}',
    open_without_plan: 'an open opportunity has no plan',
    plan_without_open: 'an opportunity that is not open has an open plan',
    no_active_owner: 'a customer with an open opportunity has no active consultant',
    owner_differs: 'the opportunity has another owner than its customer',
    family_owner_differs: 'linked relatives have different owners',
    family_without_links: 'links of relatives and families do not agree',
    assignee_differs: 'the plan is not with the owner of the customer',
    owner_chain_differs: 'the chain of owners does not end with the present owner',
    reassignment_without_link: 'a reassignment does not agree with the chain of owners',
    phone_missing: "the customer's mobile is not among the phones",
    phone_reversed_wrong: 'the phone {{phone}} is wrongly indexed by its tail',
    limit_differs: 'the limit is kept as {{stored}} and comes out as {{expected}}',
    last_contact_differs: 'the last contact is kept as {{stored}} and comes out as {{expected}}',
    last_effective_differs:
      'the last effective follow-up is kept as {{stored}} and comes out as {{expected}}',
    plan_without_leave: 'an open plan belongs to a leave that is cancelled or not there',
    plan_end_missing: 'a plan that ended has no date of its end',
    plan_follow_up_missing: 'an executed plan has no follow-up',
    appointment_of_another: 'the plans of the appointment belong to another opportunity or customer',
    appointment_without_plan: 'the appointment is to come but has no open plan for its day',
    lead_without_card: 'assignment, customer and opportunity of the lead contradict each other',
    lead_start_differs: 'the status of the lead does not fit its first follow-up or its end',
    lead_exception_differs: 'the status of the exception does not fit its helper or its outcome',
    plan_of_another: 'the plan and its opportunity belong to different customers',
    phone_repeated: 'the phone {{phone}} belongs to {{count}} customers',
    shared_phone_dangling: 'the shared phone {{phone}} has no first customer, or the same one',
    merged_not_empty: 'a merged customer still has records of his own',
    visit_card_differs: 'the card of a visit does not agree with its customer, opportunity or date',
    visit_times_differ: 'a visitor came at {{arrivedTime}} and left at {{leftTime}}',
    visit_consultant_differs: 'who received a visitor does not agree with how he was found',
    register_day_differs: 'the signed totals of a register do not agree with its lines',
    test_drive_of_another: 'a test drive, its opportunity and its visit are of different customers',
    loss_without_waiting: 'a loss waits for a decision, its opportunity does not',
    claim_without_evidence:
      'A claim was decided on no recording, and without the statement that there is none',
    claim_contact_differs: "A claim rests on a contact that is not the claimant's with this customer",
    identity_repeated: 'the violation {{identity}} is raised more than once',
    report_without_entry: 'a rectification report follows no entry that stands',
    suspension_without_entry: 'a suspension follows no entry that stands',
    violation_entry_differs:
      'The status of a violation ({{status}}) does not agree with the ledger of penalties',
    violation_approved_twice: 'A violation stands in the ledger of penalties more than once',
    penalty_sequence_gap: 'Entries before number {{sequence}} of the ledger of penalties are missing',
    penalty_differs:
      'The ledger of penalties says {{stored}}; the records give {{recomputed}} (fen or points)',
    digest_wrong: 'the signed daily check of {{on}} does not have the digest of its content',
  },
}
