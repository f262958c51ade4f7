-- What happened in a follow-up never changes. Whether it counts may be judged anew, when a recording is attached.
DROP TRIGGER `follow_ups_no_update`;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_no_update` BEFORE UPDATE OF `follow_up_id`, `opportunity_id`, `customer_id`, `staff_id`, `plan_id`, `contacted_on`, `recorded_on`, `recorded_at`, `result`, `channel`, `content`, `feedback`, `late_recorded`, `grade_before`, `grade_after`, `import_batch_id`, `counts_for_id` ON `follow_ups` BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `penalty_entries_no_update` BEFORE UPDATE ON `penalty_entries` BEGIN SELECT raise(ABORT, 'penalty_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `penalty_entries_no_delete` BEFORE DELETE ON `penalty_entries` BEGIN SELECT raise(ABORT, 'penalty_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `penalty_items_no_update` BEFORE UPDATE ON `penalty_items` BEGIN SELECT raise(ABORT, 'penalty_items is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `penalty_items_no_delete` BEFORE DELETE ON `penalty_items` BEGIN SELECT raise(ABORT, 'penalty_items is append-only'); END;
