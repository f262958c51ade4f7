-- What happened in the rotation is told as it happened.
CREATE TRIGGER `rotation_events_no_update` BEFORE UPDATE ON `rotation_events` BEGIN SELECT raise(ABORT, 'rotation_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rotation_events_no_delete` BEFORE DELETE ON `rotation_events` BEGIN SELECT raise(ABORT, 'rotation_events is append-only'); END;
--> statement-breakpoint
-- What the desk signed stays; only its countersignature comes later, once.
CREATE TRIGGER `register_days_no_update` BEFORE UPDATE ON `register_days` WHEN old.`countersigned_at` IS NOT NULL OR new.`totals` <> old.`totals` OR new.`closed_at` <> old.`closed_at` OR new.`closed_by` <> old.`closed_by` OR new.`on` <> old.`on` BEGIN SELECT raise(ABORT, 'register_days is signed'); END;
--> statement-breakpoint
CREATE TRIGGER `register_days_no_delete` BEFORE DELETE ON `register_days` BEGIN SELECT raise(ABORT, 'register_days is signed'); END;
--> statement-breakpoint
-- A merge moves contacts to the record that is kept, and its undo brings them back; nothing else changes whose they are.
DROP TRIGGER `follow_ups_no_update`;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_no_update` BEFORE UPDATE OF `follow_up_id`, `opportunity_id`, `staff_id`, `plan_id`, `contacted_on`, `recorded_on`, `recorded_at`, `result`, `channel`, `content`, `feedback`, `late_recorded`, `grade_before`, `grade_after`, `import_batch_id`, `counts_for_id` ON `follow_ups` BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_customer_by_merge` BEFORE UPDATE OF `customer_id` ON `follow_ups` WHEN new.`customer_id` <> old.`customer_id` AND NOT EXISTS (SELECT 1 FROM `customers` WHERE (`customer_id` = old.`customer_id` AND `merged_into_id` = new.`customer_id`) OR (`customer_id` = new.`customer_id` AND `merged_into_id` = old.`customer_id`)) BEGIN SELECT raise(ABORT, 'follow_ups change their customer by a merge alone'); END;
--> statement-breakpoint
-- The file that a recording names is the one that was attached.
CREATE TRIGGER `recordings_no_update` BEFORE UPDATE OF `recording_id`, `path`, `sha256`, `bytes`, `attached_on`, `attached_at`, `attached_by` ON `recordings` BEGIN SELECT raise(ABORT, 'the file of a recording never changes'); END;
