import type { Text } from '../zh-CN/index.ts'
import { damaged } from './damaged.ts'
import { updates } from './updates.ts'
import { showroom } from './showroom.ts'
import { rotation } from './rotation.ts'
import { leads } from './leads.ts'
import { duplicates } from './duplicates.ts'
import { forms } from './forms.ts'
import { exports } from './exports.ts'
import { figures } from './figures.ts'
import { leaves } from './leaves.ts'
import { reassignments } from './reassignments.ts'
import { ownership } from './ownership.ts'
import { recordings } from './recordings.ts'
import { paper } from './paper.ts'
import { penalties } from './penalties.ts'
import { rectifications } from './rectifications.ts'
import { instructions } from './instructions.ts'
import { meeting } from './meeting.ts'
import { policy } from './policy.ts'
import { privacy } from './privacy.ts'
import { policyProblems } from './policy-problems.ts'
import { clock } from './clock.ts'
import { audit } from './audit.ts'
import { cli } from './cli.ts'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { customers } from './customers.ts'
import { dailyCheck } from './daily-check.ts'
import { desktop } from './desktop.ts'
import { errors, fileRefusals, issues } from './errors.ts'
import { execution } from './execution.ts'
import { frame } from './frame.ts'
import { imports } from './imports.ts'
import { ledgerFile } from './ledger-file.ts'
import { losses } from './losses.ts'
import { reasons } from './reasons.ts'
import { records } from './records.ts'
import { register } from './register.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { shortcuts } from './shortcuts.ts'
import { staff } from './staff.ts'
import { backups } from './backups.ts'
import { rescue } from './rescue.ts'
import { storeFailures } from './store-failures.ts'
import { toDo } from './to-do.ts'
import { ui } from './ui.ts'
import { violations } from './violations.ts'

export const en: Text = {
  common,
  cli,
  codes,
  errors,
  issues,
  fileRefusals,
  reasons,
  showroom,
  rotation,
  leads,
  duplicates,
  forms,
  exports,
  figures,
  leaves,
  reassignments,
  ownership,
  recordings,
  paper,
  penalties,
  rectifications,
  instructions,
  meeting,
  policy,
  policyProblems,
  privacy,
  clock,
  audit,
  customers,
  dailyCheck,
  damaged,
  updates,
  desktop,
  execution,
  frame,
  imports,
  ledgerFile,
  losses,
  records,
  register,
  session,
  settings,
  setup,
  shortcuts,
  staff,
  backups,
  rescue,
  storeFailures,
  toDo,
  ui,
  violations,
}
