CREATE TABLE `duplicate_dismissals` (
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`reason` text NOT NULL,
	`dismissed_by` text NOT NULL,
	`dismissed_on` text NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`),
	FOREIGN KEY (`first_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`second_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`dismissed_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`merge_id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`dropped_id` text NOT NULL,
	`reason` text,
	`merged_on` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by` text NOT NULL,
	`snapshot` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`kept_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`dropped_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`merged_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `merges_kept` ON `merges` (`kept_id`);--> statement-breakpoint
CREATE INDEX `merges_dropped` ON `merges` (`dropped_id`);--> statement-breakpoint
CREATE TABLE `shared_phones` (
	`shared_phone_id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`customer_id` text NOT NULL,
	`reason` text NOT NULL,
	`allowed_by` text NOT NULL,
	`allowed_on` text NOT NULL,
	`allowed_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`allowed_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_phones_pair` ON `shared_phones` (`phone`,`customer_id`);--> statement-breakpoint
CREATE INDEX `shared_phones_customer` ON `shared_phones` (`customer_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`opportunity_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`on` text NOT NULL,
	`time` text,
	`confirm_plan_id` text,
	`call_plan_id` text,
	`outcome` text,
	`outcome_at` integer,
	`outcome_by` text,
	`visit_id` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`plan_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`confirm_plan_id`) REFERENCES `plans`(`plan_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`call_plan_id`) REFERENCES `plans`(`plan_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`visit_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "appointments_outcome" CHECK("appointments"."outcome" is null or "appointments"."outcome" in ('kept', 'no_show', 'moved', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_plan` ON `appointments` (`plan_id`);--> statement-breakpoint
CREATE INDEX `appointments_opportunity` ON `appointments` (`opportunity_id`);--> statement-breakpoint
CREATE INDEX `appointments_customer` ON `appointments` (`customer_id`);--> statement-breakpoint
CREATE INDEX `appointments_on` ON `appointments` (`on`);--> statement-breakpoint
CREATE TABLE `lead_exceptions` (
	`exception_id` text PRIMARY KEY NOT NULL,
	`lead_id` text NOT NULL,
	`identity` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`raised_on` text NOT NULL,
	`raised_at` integer NOT NULL,
	`raised_by` text,
	`note` text,
	`helper_id` text,
	`helper_named_by` text,
	`helper_named_at` integer,
	`instruction_id` text,
	`done_at` integer,
	`done_by` text,
	`outcome` text,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`lead_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`helper_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`instruction_id`) REFERENCES `instructions`(`instruction_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "lead_exceptions_kind" CHECK("lead_exceptions"."kind" in ('not_in_showroom', 'negative_reaction', 'own_request')),
	CONSTRAINT "lead_exceptions_status" CHECK("lead_exceptions"."status" in ('raised', 'helping', 'done'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_exceptions_identity` ON `lead_exceptions` (`identity`);--> statement-breakpoint
CREATE INDEX `lead_exceptions_lead` ON `lead_exceptions` (`lead_id`);--> statement-breakpoint
CREATE INDEX `lead_exceptions_status` ON `lead_exceptions` (`status`,`raised_on`);--> statement-breakpoint
CREATE TABLE `leads` (
	`lead_id` text PRIMARY KEY NOT NULL,
	`received_on` text NOT NULL,
	`received_at` integer NOT NULL,
	`received_by` text,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`source` text,
	`model` text,
	`area` text,
	`campaign` text,
	`remark` text,
	`grade` text,
	`status` text NOT NULL,
	`assignee_id` text,
	`assigned_at` integer,
	`assigned_by` text,
	`assigned_way` text,
	`customer_id` text,
	`opportunity_id` text,
	`first_follow_up_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`closed_reason` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`assignee_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "leads_status" CHECK("leads"."status" in ('unassigned', 'assigned', 'started', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `leads_status` ON `leads` (`status`,`assigned_at`);--> statement-breakpoint
CREATE INDEX `leads_assignee` ON `leads` (`assignee_id`,`status`);--> statement-breakpoint
CREATE INDEX `leads_phone` ON `leads` (`phone`);--> statement-breakpoint
CREATE INDEX `leads_opportunity` ON `leads` (`opportunity_id`);--> statement-breakpoint
CREATE INDEX `leads_customer` ON `leads` (`customer_id`);--> statement-breakpoint
CREATE TABLE `register_days` (
	`on` text PRIMARY KEY NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text NOT NULL,
	`note` text,
	`totals` text NOT NULL,
	`countersigned_at` integer,
	`countersigned_by` text,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`countersigned_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `rotation_events` (
	`event_id` text PRIMARY KEY NOT NULL,
	`desk` text NOT NULL,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`staff_id` text NOT NULL,
	`by_id` text,
	`visit_id` text,
	`lead_id` text,
	`reasons` text NOT NULL,
	`note` text,
	`order` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`by_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`visit_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "rotation_events_kind" CHECK("rotation_events"."kind" in ('joined', 'greeted', 'took_lead', 'owner_received', 'stood_in', 'by_hand', 'skipped', 'cleared', 'let_through', 'reordered', 'restored', 'given_back'))
);
--> statement-breakpoint
CREATE INDEX `rotation_events_on` ON `rotation_events` (`desk`,`on`);--> statement-breakpoint
CREATE INDEX `rotation_events_staff` ON `rotation_events` (`staff_id`,`on`);--> statement-breakpoint
CREATE TABLE `rotation_places` (
	`desk` text NOT NULL,
	`staff_id` text NOT NULL,
	`rank` integer NOT NULL,
	`not_clear_since` integer,
	`let_through_on` text,
	`restored_for` text,
	PRIMARY KEY(`desk`, `staff_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "rotation_places_desk" CHECK("rotation_places"."desk" in ('showroom', 'leads'))
);
--> statement-breakpoint
CREATE INDEX `rotation_places_rank` ON `rotation_places` (`desk`,`rank`);--> statement-breakpoint
CREATE TABLE `test_drives` (
	`test_drive_id` text PRIMARY KEY NOT NULL,
	`opportunity_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`visit_id` text,
	`driven_on` text NOT NULL,
	`model` text,
	`agreement_number` text,
	`staff_id` text,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`visit_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `test_drives_opportunity` ON `test_drives` (`opportunity_id`,`driven_on`);--> statement-breakpoint
CREATE INDEX `test_drives_customer` ON `test_drives` (`customer_id`);--> statement-breakpoint
CREATE INDEX `test_drives_on` ON `test_drives` (`driven_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `test_drives_agreement` ON `test_drives` (`agreement_number`);--> statement-breakpoint
ALTER TABLE `customers` ADD `family` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `companion` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into_id` text REFERENCES customers(customer_id);--> statement-breakpoint
CREATE INDEX `customers_merged` ON `customers` (`merged_into_id`) WHERE "customers"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE `opportunities` ADD `trade_in_car` text;--> statement-breakpoint
ALTER TABLE `opportunities` ADD `quotation_fen` integer;--> statement-breakpoint
ALTER TABLE `opportunities` ADD `opening_contacts` integer;--> statement-breakpoint
ALTER TABLE `opportunities` ADD `opening_from` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `takes_visits` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `takes_leads` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `registered_by` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `kind` text DEFAULT 'walk_in' NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `occasion` text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `party_size` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `arrived_time` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `left_time` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `plate` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `phone_missing` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `grade` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `ordered_on_spot` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `remark` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `assigned_by` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `stands_in_for_id` text REFERENCES staff(staff_id);--> statement-breakpoint
ALTER TABLE `visits` ADD `test_drive` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `agreement_number` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `carded_on` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `carded_at` integer;--> statement-breakpoint
ALTER TABLE `visits` ADD `opportunity_id` text REFERENCES opportunities(opportunity_id);--> statement-breakpoint
ALTER TABLE `visits` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `visits_on` ON `visits` (`visited_on`);--> statement-breakpoint
CREATE INDEX `visits_phone` ON `visits` (`phone`);--> statement-breakpoint
CREATE INDEX `visits_plate` ON `visits` (`plate`);--> statement-breakpoint
CREATE INDEX `visits_customer` ON `visits` (`customer_id`);--> statement-breakpoint
CREATE INDEX `visits_here` ON `visits` (`visited_on`) WHERE "visits"."left_time" is null and "visits"."arrived_time" is not null;--> statement-breakpoint
CREATE INDEX `leave_lines_opportunity` ON `leave_lines` (`opportunity_id`);--> statement-breakpoint
CREATE INDEX `violations_customer` ON `violations` (`customer_id`);