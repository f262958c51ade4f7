CREATE TABLE `customer_phones` (
	`phone` text PRIMARY KEY NOT NULL,
	`reversed` text NOT NULL,
	`customer_id` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `customer_phones_reversed` ON `customer_phones` (`reversed`);--> statement-breakpoint
CREATE INDEX `customer_phones_customer` ON `customer_phones` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	`gender` text,
	`mobile` text NOT NULL,
	`birthday` text,
	`area` text,
	`source` text,
	`customer_type` text,
	`wechat` text,
	`email` text,
	`address` text,
	`company` text,
	`occupation` text,
	`plate` text,
	`current_car` text,
	`owner_id` text,
	`owner_since_on` text NOT NULL,
	`last_effective_on` text,
	`last_contact_on` text,
	`created_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`import_batch_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "customers_gender" CHECK("customers"."gender" is null or "customers"."gender" in ('male', 'female', 'unknown')),
	CONSTRAINT "customers_source" CHECK("customers"."source" is null or "customers"."source" in ('walk_in', 'call_in', 'referral', 'repeat', 'website', 'social', 'event', 'headquarters', 'other')),
	CONSTRAINT "customers_type" CHECK("customers"."customer_type" is null or "customers"."customer_type" in ('person', 'company')),
	CONSTRAINT "customers_birthday" CHECK("customers"."birthday" is null or "customers"."birthday" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `customers_owner` ON `customers` (`owner_id`,`name`);--> statement-breakpoint
CREATE INDEX `customers_protection` ON `customers` (`customer_id`,`last_effective_on`,`owner_since_on`,`created_on`);--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`name`);--> statement-breakpoint
CREATE INDEX `customers_initials` ON `customers` (`initials`);--> statement-breakpoint
CREATE INDEX `customers_pinyin` ON `customers` (`pinyin`);--> statement-breakpoint
CREATE INDEX `customers_plate` ON `customers` (`plate`);--> statement-breakpoint
CREATE INDEX `customers_batch` ON `customers` (`import_batch_id`);--> statement-breakpoint
CREATE TABLE `opportunities` (
	`opportunity_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`owner_id` text,
	`status` text NOT NULL,
	`model` text,
	`grade` text NOT NULL,
	`expected_purchase_date` text,
	`purchase_type` text,
	`remark` text NOT NULL,
	`competitor` text,
	`budget` text,
	`payment` text,
	`use` text,
	`opened_on` text NOT NULL,
	`anchor_on` text NOT NULL,
	`attempts_since_reached` integer NOT NULL,
	`last_attempt_on` text,
	`last_contact_on` text,
	`limit_on` text NOT NULL,
	`answerable_from` text NOT NULL,
	`plan_missing_since` text,
	`ordered_on` text,
	`delivered_on` text,
	`ended_on` text,
	`import_batch_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "opportunities_status" CHECK("opportunities"."status" in ('open', 'lost_waiting', 'lost', 'ordered', 'delivered')),
	CONSTRAINT "opportunities_purchase_type" CHECK("opportunities"."purchase_type" is null or "opportunities"."purchase_type" in ('first', 'replacement', 'additional')),
	CONSTRAINT "opportunities_expected" CHECK("opportunities"."expected_purchase_date" is null or "opportunities"."expected_purchase_date" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `opportunities_customer` ON `opportunities` (`customer_id`);--> statement-breakpoint
CREATE INDEX `opportunities_owner` ON `opportunities` (`owner_id`,`status`,`expected_purchase_date`);--> statement-breakpoint
CREATE INDEX `opportunities_status` ON `opportunities` (`status`,`grade`);--> statement-breakpoint
CREATE INDEX `opportunities_book` ON `opportunities` (`owner_id`,`expected_purchase_date`,`limit_on`,`grade`,`answerable_from`,`plan_missing_since`,`customer_id`) WHERE "opportunities"."status" = 'open';--> statement-breakpoint
CREATE INDEX `opportunities_batch` ON `opportunities` (`import_batch_id`);--> statement-breakpoint
CREATE TABLE `opportunity_changes` (
	`change_id` text PRIMARY KEY NOT NULL,
	`opportunity_id` text NOT NULL,
	`changed_on` text NOT NULL,
	`changed_at` integer NOT NULL,
	`staff_id` text,
	`grade_before` text NOT NULL,
	`grade_after` text NOT NULL,
	`expected_before` text,
	`expected_after` text,
	`follow_up_id` text,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `opportunity_changes_opportunity` ON `opportunity_changes` (`opportunity_id`,`changed_on`);--> statement-breakpoint
CREATE TABLE `owners` (
	`owner_row_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `owners_customer` ON `owners` (`customer_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`follow_up_id` text PRIMARY KEY NOT NULL,
	`opportunity_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`staff_id` text,
	`plan_id` text,
	`contacted_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`result` text NOT NULL,
	`channel` text NOT NULL,
	`content` text NOT NULL,
	`feedback` text,
	`effective` integer NOT NULL,
	`effective_reasons` text NOT NULL,
	`late_recorded` integer NOT NULL,
	`grade_before` text,
	`grade_after` text,
	`import_batch_id` text,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "follow_ups_channel" CHECK("follow_ups"."channel" in ('phone', 'wechat', 'sms', 'showroom_visit', 'test_drive', 'home_visit', 'other')),
	CONSTRAINT "follow_ups_result" CHECK("follow_ups"."result" in ('reached', 'no_answer', 'busy', 'powered_off', 'invalid_number', 'hung_up', 'not_in_person', 'wrong_number'))
);
--> statement-breakpoint
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`contacted_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_opportunity` ON `follow_ups` (`opportunity_id`,`contacted_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_staff` ON `follow_ups` (`staff_id`,`recorded_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_batch` ON `follow_ups` (`import_batch_id`);--> statement-breakpoint
CREATE TABLE `loss_applications` (
	`loss_id` text PRIMARY KEY NOT NULL,
	`opportunity_id` text NOT NULL,
	`reason` text NOT NULL,
	`competitor` text,
	`note` text,
	`applied_on` text NOT NULL,
	`applied_at` integer NOT NULL,
	`applied_by` text NOT NULL,
	`decision` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "loss_applications_reason" CHECK("loss_applications"."reason" in ('price', 'competitor', 'finance', 'no_longer_buying', 'bought_elsewhere', 'unreachable', 'other')),
	CONSTRAINT "loss_applications_decision" CHECK("loss_applications"."decision" in ('waiting', 'approved', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `loss_applications_opportunity` ON `loss_applications` (`opportunity_id`);--> statement-breakpoint
CREATE INDEX `loss_applications_decision` ON `loss_applications` (`decision`,`applied_on`);--> statement-breakpoint
CREATE TABLE `plans` (
	`plan_id` text PRIMARY KEY NOT NULL,
	`opportunity_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`assignee_id` text,
	`due_on` text NOT NULL,
	`due_time` text,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`status` text NOT NULL,
	`beyond_limit_reason` text,
	`made_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`ended_on` text,
	`follow_up_id` text,
	`import_batch_id` text,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`assignee_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "plans_channel" CHECK("plans"."channel" in ('phone', 'wechat', 'sms', 'showroom_visit', 'test_drive', 'home_visit', 'other')),
	CONSTRAINT "plans_status" CHECK("plans"."status" in ('open', 'executed', 'dropped')),
	CONSTRAINT "plans_ended" CHECK(("plans"."status" = 'open') = ("plans"."ended_on" is null))
);
--> statement-breakpoint
CREATE INDEX `plans_to_do` ON `plans` (`assignee_id`,`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `plans_opportunity` ON `plans` (`opportunity_id`,`status`);--> statement-breakpoint
CREATE INDEX `plans_customer` ON `plans` (`customer_id`);--> statement-breakpoint
CREATE INDEX `plans_ended` ON `plans` (`assignee_id`,`ended_on`);--> statement-breakpoint
CREATE INDEX `plans_batch` ON `plans` (`import_batch_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`clock_suspect` integer NOT NULL,
	`staff_id` text,
	`call` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_staff` ON `audit_entries` (`staff_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `command_answers` (
	`command_key` text PRIMARY KEY NOT NULL,
	`call` text NOT NULL,
	`staff_id` text,
	`input_mark` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_batches` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	`imported` integer NOT NULL,
	`rejected` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_profiles` (
	`name` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`headers` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`must_change` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `leaves` (
	`leave_id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`kind` text NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "leaves_kind" CHECK("leaves"."kind" in ('vacation', 'training', 'sick', 'other')),
	CONSTRAINT "leaves_span" CHECK("leaves"."from_on" <= "leaves"."until_on")
);
--> statement-breakpoint
CREATE INDEX `leaves_staff` ON `leaves` (`staff_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`login` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`retry_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`login` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`manager_id` text,
	`rest_weekdays` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`manager_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "staff_role" CHECK("staff"."role" in ('front_desk', 'consultant', 'manager', 'director', 'admin')),
	CONSTRAINT "staff_status" CHECK("staff"."status" in ('active', 'suspended', 'resigned'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_login` ON `staff` (lower("login"));--> statement-breakpoint
CREATE INDEX `staff_manager` ON `staff` (`manager_id`);--> statement-breakpoint
CREATE TABLE `clock_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`highest_at` integer,
	`training_at` integer,
	`unreported_from` text,
	`unreported_raised` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "clock_state_one_row" CHECK("clock_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `closed_dates` (
	`closed_on` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`version` integer PRIMARY KEY NOT NULL,
	`effective_from` text NOT NULL,
	`document` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text
);
--> statement-breakpoint
CREATE TABLE `store` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`created_on` text NOT NULL,
	`last_rolled_on` text,
	CONSTRAINT "store_one_row" CHECK("store"."id" = 1),
	CONSTRAINT "store_kind" CHECK("store"."kind" in ('live', 'training'))
);
--> statement-breakpoint
CREATE TABLE `instructions` (
	`instruction_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`follow_up_id` text,
	`staff_id` text NOT NULL,
	`given_by` text NOT NULL,
	`given_on` text NOT NULL,
	`given_at` integer NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`answered_at` integer,
	`answer` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `instructions_staff` ON `instructions` (`staff_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `instructions_customer` ON `instructions` (`customer_id`);--> statement-breakpoint
CREATE TABLE `signed_checks` (
	`on` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`note` text,
	`snapshot` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`on`, `signed_by`),
	FOREIGN KEY (`signed_by`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `violations` (
	`violation_id` text PRIMARY KEY NOT NULL,
	`identity` text NOT NULL,
	`kind` text NOT NULL,
	`staff_id` text NOT NULL,
	`customer_id` text,
	`opportunity_id` text,
	`on` text NOT NULL,
	`status` text NOT NULL,
	`rule_id` text NOT NULL,
	`policy_version` integer NOT NULL,
	`reasons` text NOT NULL,
	`raised_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`opportunity_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "violations_kind" CHECK("violations"."kind" in ('overdue_follow_up', 'expired_opportunity', 'missing_plan', 'frequency_breach', 'unrealistic_postponement', 'uncarded_visit')),
	CONSTRAINT "violations_status" CHECK("violations"."status" in ('raised', 'confirmed', 'waived', 'objected', 'approved', 'reversed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `violations_identity` ON `violations` (`identity`);--> statement-breakpoint
CREATE INDEX `violations_staff` ON `violations` (`staff_id`,`on`);--> statement-breakpoint
CREATE INDEX `violations_on` ON `violations` (`on`);--> statement-breakpoint
CREATE INDEX `violations_opportunity` ON `violations` (`opportunity_id`,`kind`);--> statement-breakpoint
CREATE TABLE `visits` (
	`visit_id` text PRIMARY KEY NOT NULL,
	`visited_on` text NOT NULL,
	`consultant_id` text,
	`customer_id` text,
	`caller_name` text,
	`model` text,
	`with_intent` integer NOT NULL,
	FOREIGN KEY (`consultant_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `visits_consultant` ON `visits` (`consultant_id`,`visited_on`);--> statement-breakpoint
CREATE INDEX `visits_uncarded` ON `visits` (`consultant_id`,`visited_on`) WHERE "visits"."with_intent" = 1 and "visits"."customer_id" is null;