CREATE TABLE `content_sums` (
	`table_name` text PRIMARY KEY NOT NULL,
	`rows` integer NOT NULL,
	`sum` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`erasure_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`erased_on` text NOT NULL,
	`erased_at` integer NOT NULL,
	`erased_by` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `redactions` (
	`redaction_id` text PRIMARY KEY NOT NULL,
	`erasure_id` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`digest_before` text NOT NULL,
	`digest_after` text NOT NULL,
	FOREIGN KEY (`erasure_id`) REFERENCES `erasures`(`erasure_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `redactions_row` ON `redactions` (`table_name`,`row_id`);--> statement-breakpoint
ALTER TABLE `customers` ADD `notice_given_on` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `consented_on` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `do_not_contact` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `erased_on` text;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `content_digest` text;--> statement-breakpoint
ALTER TABLE `credentials` ADD `pin_hash` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `locked_at` integer;--> statement-breakpoint
ALTER TABLE `signed_checks` ADD `audit_sequence` integer;--> statement-breakpoint
ALTER TABLE `signed_checks` ADD `audit_hash` text;