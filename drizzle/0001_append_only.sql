-- Evidence is written once. What must never change is guarded here, below every program that opens the file.
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN SELECT raise(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN SELECT raise(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_checks_no_update` BEFORE UPDATE ON `signed_checks` BEGIN SELECT raise(ABORT, 'signed_checks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_checks_no_delete` BEFORE DELETE ON `signed_checks` BEGIN SELECT raise(ABORT, 'signed_checks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `policies_no_update` BEFORE UPDATE ON `policies` BEGIN SELECT raise(ABORT, 'policies is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `policies_no_delete` BEFORE DELETE ON `policies` BEGIN SELECT raise(ABORT, 'policies is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `follow_ups_no_update` BEFORE UPDATE ON `follow_ups` BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
--> statement-breakpoint
-- Only an import can be taken back as a whole.
CREATE TRIGGER `follow_ups_no_delete` BEFORE DELETE ON `follow_ups` WHEN old.`import_batch_id` IS NULL BEGIN SELECT raise(ABORT, 'follow_ups is append-only'); END;
