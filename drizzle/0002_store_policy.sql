CREATE TABLE `identity_changes` (
	`change_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`changed_on` text NOT NULL,
	`changed_at` integer NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "identity_changes_field" CHECK("identity_changes"."field" in ('name', 'mobile'))
);
--> statement-breakpoint
CREATE INDEX `identity_changes_customer` ON `identity_changes` (`customer_id`,`changed_on`);--> statement-breakpoint
CREATE TABLE `leave_lines` (
	`line_id` text PRIMARY KEY NOT NULL,
	`leave_id` text NOT NULL,
	`opportunity_id` text NOT NULL,
	`plan_id` text,
	`on_before` text NOT NULL,
	`limit_before` text,
	`way` text,
	`moved_to` text,
	`covered_by` text,
	`resolved_at` integer,
	`resolved_by` text,
	`returned_at` integer,
	FOREIGN KEY (`leave_id`) REFERENCES `leaves`(`leave_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`covered_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "leave_lines_way" CHECK("leave_lines"."way" is null or "leave_lines"."way" in ('done_before', 'postponed', 'covered', 'updated', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `leave_lines_leave` ON `leave_lines` (`leave_id`);--> statement-breakpoint
CREATE INDEX `leave_lines_plan` ON `leave_lines` (`plan_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`follow_up_id` text NOT NULL,
	`claimant_id` text NOT NULL,
	`owner_id` text,
	`statement` text NOT NULL,
	`dormant_from` text NOT NULL,
	`status` text NOT NULL,
	`filed_on` text NOT NULL,
	`filed_at` integer NOT NULL,
	`policy_version` integer NOT NULL,
	`seen_at` integer,
	`answer` text,
	`answered_at` integer,
	`answer_recording_id` text,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	`recording_id` text,
	`without_recording` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_ups`(`follow_up_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`claimant_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "claims_status" CHECK("claims"."status" in ('filed', 'answered', 'approved', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `claims_customer` ON `claims` (`customer_id`);--> statement-breakpoint
CREATE INDEX `claims_claimant` ON `claims` (`claimant_id`,`status`);--> statement-breakpoint
CREATE INDEX `claims_owner` ON `claims` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`status`,`filed_at`);--> statement-breakpoint
CREATE TABLE `reassignment_moves` (
	`move_id` text PRIMARY KEY NOT NULL,
	`reassignment_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`to_staff_id` text NOT NULL,
	`snapshot` text NOT NULL,
	FOREIGN KEY (`reassignment_id`) REFERENCES `reassignments`(`reassignment_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `reassignment_moves_reassignment` ON `reassignment_moves` (`reassignment_id`);--> statement-breakpoint
CREATE INDEX `reassignment_moves_customer` ON `reassignment_moves` (`customer_id`);--> statement-breakpoint
CREATE TABLE `reassignments` (
	`reassignment_id` text PRIMARY KEY NOT NULL,
	`from_staff_id` text NOT NULL,
	`reason` text NOT NULL,
	`customers` integer NOT NULL,
	`applied_on` text NOT NULL,
	`applied_at` integer NOT NULL,
	`applied_by` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`from_staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `recordings` (
	`recording_id` text PRIMARY KEY NOT NULL,
	`follow_up_id` text,
	`file_name` text NOT NULL,
	`path` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`length_ms` integer,
	`phone` text,
	`recorded_at` integer,
	`matched_by_name` integer NOT NULL,
	`attached_on` text NOT NULL,
	`attached_at` integer NOT NULL,
	`attached_by` text,
	`state` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_ups`(`follow_up_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "recordings_state" CHECK("recordings"."state" in ('present', 'missing', 'changed')),
	CONSTRAINT "recordings_bytes" CHECK("recordings"."bytes" >= 0)
);
--> statement-breakpoint
CREATE INDEX `recordings_follow_up` ON `recordings` (`follow_up_id`);--> statement-breakpoint
CREATE INDEX `recordings_sha` ON `recordings` (`sha256`);--> statement-breakpoint
CREATE INDEX `recordings_phone` ON `recordings` (`phone`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `recordings_state` ON `recordings` (`state`);--> statement-breakpoint
CREATE TABLE `penalty_checks` (
	`on` text PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL,
	`entries` integer NOT NULL,
	`wrong` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `penalty_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`part` text NOT NULL,
	`staff_id` text NOT NULL,
	`of_staff_id` text NOT NULL,
	`ladder` text NOT NULL,
	`on` text NOT NULL,
	`occasion` integer NOT NULL,
	`items` integer NOT NULL,
	`unit` text NOT NULL,
	`per_item` integer NOT NULL,
	`gross` integer NOT NULL,
	`cap_taken` integer NOT NULL,
	`amount` integer NOT NULL,
	`consequences` text NOT NULL,
	`of_entry_id` text,
	`reverses_entry_id` text,
	`reason` text,
	`policy_version` integer NOT NULL,
	`reasons` text NOT NULL,
	`entered_on` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`of_staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "penalty_entries_part" CHECK("penalty_entries"."part" in ('own', 'manager_share', 'reversal')),
	CONSTRAINT "penalty_entries_ladder" CHECK("penalty_entries"."ladder" in ('overdue', 'postponement', 'frequency')),
	CONSTRAINT "penalty_entries_unit" CHECK("penalty_entries"."unit" in ('money', 'points', 'none')),
	CONSTRAINT "penalty_entries_amount" CHECK("penalty_entries"."amount" = "penalty_entries"."gross" - "penalty_entries"."cap_taken")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `penalty_entries_id` ON `penalty_entries` (`entry_id`);--> statement-breakpoint
CREATE INDEX `penalty_entries_staff` ON `penalty_entries` (`staff_id`,`on`);--> statement-breakpoint
CREATE INDEX `penalty_entries_of` ON `penalty_entries` (`of_staff_id`,`ladder`,`on`);--> statement-breakpoint
CREATE INDEX `penalty_entries_on` ON `penalty_entries` (`on`);--> statement-breakpoint
CREATE INDEX `penalty_entries_reverses` ON `penalty_entries` (`reverses_entry_id`);--> statement-breakpoint
CREATE TABLE `penalty_items` (
	`entry_id` text NOT NULL,
	`violation_id` text NOT NULL,
	PRIMARY KEY(`entry_id`, `violation_id`),
	FOREIGN KEY (`violation_id`) REFERENCES `violations`(`violation_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `penalty_items_violation` ON `penalty_items` (`violation_id`);--> statement-breakpoint
CREATE TABLE `rectifications` (
	`rectification_id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`ladder` text NOT NULL,
	`on` text NOT NULL,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`cause` text,
	`measures` text,
	`deadline_on` text,
	`written_at` integer,
	`reviewed_at` integer,
	`reviewed_by` text,
	`review_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "rectifications_status" CHECK("rectifications"."status" in ('due', 'written', 'accepted', 'returned', 'dropped')),
	CONSTRAINT "rectifications_deadline" CHECK("rectifications"."deadline_on" is null or "rectifications"."deadline_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `rectifications_staff` ON `rectifications` (`staff_id`,`status`);--> statement-breakpoint
CREATE INDEX `rectifications_due` ON `rectifications` (`status`,`due_on`);--> statement-breakpoint
CREATE TABLE `suspensions` (
	`suspension_id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`ladder` text NOT NULL,
	`on` text NOT NULL,
	`proposed_on` text NOT NULL,
	`status` text NOT NULL,
	`from_on` text,
	`until_on` text,
	`decided_at` integer,
	`decided_by` text,
	`note` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "suspensions_status" CHECK("suspensions"."status" in ('proposed', 'decided', 'lowered', 'dropped')),
	CONSTRAINT "suspensions_span" CHECK(("suspensions"."from_on" is null) = ("suspensions"."until_on" is null) and "suspensions"."from_on" <= "suspensions"."until_on")
);
--> statement-breakpoint
CREATE INDEX `suspensions_staff` ON `suspensions` (`staff_id`,`status`);--> statement-breakpoint
CREATE INDEX `suspensions_status` ON `suspensions` (`status`,`from_on`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `counts_for_id` text REFERENCES staff(staff_id);--> statement-breakpoint
ALTER TABLE `plans` ADD `leave_id` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `due_anew_on` text;--> statement-breakpoint
ALTER TABLE `leaves` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `leaves` ADD `note` text;--> statement-breakpoint
ALTER TABLE `leaves` ADD `requested_on` text;--> statement-breakpoint
ALTER TABLE `leaves` ADD `requested_at` integer;--> statement-breakpoint
ALTER TABLE `leaves` ADD `requested_by` text;--> statement-breakpoint
ALTER TABLE `leaves` ADD `cancelled_at` integer;--> statement-breakpoint
ALTER TABLE `leaves` ADD `until_before` text;--> statement-breakpoint
ALTER TABLE `clock_state` ADD `ahead_from` integer;--> statement-breakpoint
ALTER TABLE `policies` ADD `note` text;--> statement-breakpoint
ALTER TABLE `store` ADD `applied_policy_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `instructions` ADD `answered_by` text;--> statement-breakpoint
ALTER TABLE `instructions` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `instructions` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `instructions` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `instructions` ADD `proposed_grade` text;--> statement-breakpoint
ALTER TABLE `instructions` ADD `helper_id` text REFERENCES staff(staff_id);--> statement-breakpoint
CREATE INDEX `instructions_given` ON `instructions` (`given_by`,`closed_at`);--> statement-breakpoint
CREATE INDEX `instructions_helper` ON `instructions` (`helper_id`,`closed_at`);--> statement-breakpoint
ALTER TABLE `violations` ADD `manager_id` text REFERENCES staff(staff_id);--> statement-breakpoint
ALTER TABLE `violations` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `violations` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `violations` ADD `decision_reason` text;--> statement-breakpoint
ALTER TABLE `violations` ADD `suspension_lowered` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `violations` ADD `objection` text;--> statement-breakpoint
ALTER TABLE `violations` ADD `objected_at` integer;--> statement-breakpoint
ALTER TABLE `violations` ADD `objection_recording_id` text;--> statement-breakpoint
ALTER TABLE `violations` ADD `confirmed_before` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `violations_status` ON `violations` (`status`,`staff_id`,`on`);--> statement-breakpoint
ALTER TABLE `visits` ADD `registered_at` integer;