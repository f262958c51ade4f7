ALTER TABLE `follow_ups` ADD `inbound` integer DEFAULT false NOT NULL;
--> statement-breakpoint
-- S7 Erasing a person takes his words out of the evidence, and nothing else: a redaction names the row first, with its digests.
DROP TRIGGER `audit_entries_no_update`;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` WHEN NOT (new.`sequence` IS old.`sequence` AND new.`at` IS old.`at` AND new.`clock_suspect` IS old.`clock_suspect` AND new.`staff_id` IS old.`staff_id` AND new.`call` IS old.`call` AND new.`previous_hash` IS old.`previous_hash` AND new.`hash` IS old.`hash` AND new.`content_digest` IS old.`content_digest` AND EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'audit_entries' AND `row_id` = CAST(old.`sequence` AS TEXT))) BEGIN SELECT raise(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `signed_checks_no_update`;
--> statement-breakpoint
CREATE TRIGGER `signed_checks_no_update` BEFORE UPDATE ON `signed_checks` WHEN NOT (new.`on` IS old.`on` AND new.`signed_by` IS old.`signed_by` AND new.`signed_at` IS old.`signed_at` AND new.`digest` IS old.`digest` AND new.`audit_sequence` IS old.`audit_sequence` AND new.`audit_hash` IS old.`audit_hash` AND EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'signed_checks' AND `row_id` = old.`on` || ' ' || old.`signed_by`)) BEGIN SELECT raise(ABORT, 'signed_checks is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `follow_ups_no_update`;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_no_update` BEFORE UPDATE OF `follow_up_id`, `opportunity_id`, `staff_id`, `plan_id`, `contacted_on`, `recorded_on`, `recorded_at`, `result`, `channel`, `late_recorded`, `grade_before`, `grade_after`, `import_batch_id`, `counts_for_id`, `inbound` ON `follow_ups` BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_words` BEFORE UPDATE OF `content`, `feedback` ON `follow_ups` WHEN NOT EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'follow_ups' AND `row_id` = old.`follow_up_id`) BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `recordings_no_update`;
--> statement-breakpoint
CREATE TRIGGER `recordings_no_update` BEFORE UPDATE OF `recording_id`, `sha256`, `bytes`, `attached_on`, `attached_at`, `attached_by` ON `recordings` BEGIN SELECT raise(ABORT, 'the file of a recording never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `recordings_path` BEFORE UPDATE OF `path` ON `recordings` WHEN NOT EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'recordings' AND `row_id` = old.`recording_id`) BEGIN SELECT raise(ABORT, 'the file of a recording never changes'); END;
--> statement-breakpoint
DROP TRIGGER `rotation_events_no_update`;
--> statement-breakpoint
CREATE TRIGGER `rotation_events_no_update` BEFORE UPDATE ON `rotation_events` WHEN NOT (new.`event_id` IS old.`event_id` AND new.`desk` IS old.`desk` AND new.`on` IS old.`on` AND new.`at` IS old.`at` AND new.`kind` IS old.`kind` AND new.`staff_id` IS old.`staff_id` AND new.`by_id` IS old.`by_id` AND new.`visit_id` IS old.`visit_id` AND new.`lead_id` IS old.`lead_id` AND new.`order` IS old.`order` AND EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'rotation_events' AND `row_id` = old.`event_id`)) BEGIN SELECT raise(ABORT, 'rotation_events is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `penalty_entries_no_update`;
--> statement-breakpoint
CREATE TRIGGER `penalty_entries_no_update` BEFORE UPDATE ON `penalty_entries` WHEN NOT (new.`sequence` IS old.`sequence` AND new.`entry_id` IS old.`entry_id` AND new.`part` IS old.`part` AND new.`staff_id` IS old.`staff_id` AND new.`of_staff_id` IS old.`of_staff_id` AND new.`ladder` IS old.`ladder` AND new.`on` IS old.`on` AND new.`occasion` IS old.`occasion` AND new.`items` IS old.`items` AND new.`unit` IS old.`unit` AND new.`per_item` IS old.`per_item` AND new.`gross` IS old.`gross` AND new.`cap_taken` IS old.`cap_taken` AND new.`amount` IS old.`amount` AND new.`consequences` IS old.`consequences` AND new.`of_entry_id` IS old.`of_entry_id` AND new.`reverses_entry_id` IS old.`reverses_entry_id` AND new.`policy_version` IS old.`policy_version` AND new.`entered_on` IS old.`entered_on` AND new.`entered_at` IS old.`entered_at` AND new.`entered_by` IS old.`entered_by` AND EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'penalty_entries' AND `row_id` = CAST(old.`sequence` AS TEXT))) BEGIN SELECT raise(ABORT, 'penalty_entries is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `register_days_no_update`;
--> statement-breakpoint
CREATE TRIGGER `register_days_no_update` BEFORE UPDATE ON `register_days` WHEN (old.`countersigned_at` IS NOT NULL AND NOT (new.`on` IS old.`on` AND new.`closed_at` IS old.`closed_at` AND new.`closed_by` IS old.`closed_by` AND new.`totals` IS old.`totals` AND new.`countersigned_at` IS old.`countersigned_at` AND new.`countersigned_by` IS old.`countersigned_by` AND EXISTS (SELECT 1 FROM `redactions` WHERE `table_name` = 'register_days' AND `row_id` = old.`on`))) OR new.`totals` <> old.`totals` OR new.`closed_at` <> old.`closed_at` OR new.`closed_by` <> old.`closed_by` OR new.`on` <> old.`on` BEGIN SELECT raise(ABORT, 'register_days is signed'); END;
--> statement-breakpoint
-- What was erased, when and by whom is told for good.
CREATE TRIGGER `erasures_no_update` BEFORE UPDATE ON `erasures` BEGIN SELECT raise(ABORT, 'erasures is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `erasures_no_delete` BEFORE DELETE ON `erasures` BEGIN SELECT raise(ABORT, 'erasures is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `redactions_no_update` BEFORE UPDATE ON `redactions` BEGIN SELECT raise(ABORT, 'redactions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `redactions_no_delete` BEFORE DELETE ON `redactions` BEGIN SELECT raise(ABORT, 'redactions is append-only'); END;
--> statement-breakpoint
-- Whoever was erased stays erased.
CREATE TRIGGER `customers_stay_erased` BEFORE UPDATE OF `erased_on` ON `customers` WHEN old.`erased_on` IS NOT NULL AND new.`erased_on` IS NOT old.`erased_on` BEGIN SELECT raise(ABORT, 'an erased customer stays erased'); END;
