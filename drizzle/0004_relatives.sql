CREATE TABLE `relatives` (
	`link_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`relative_id` text NOT NULL,
	`relation` text NOT NULL,
	`linked_on` text NOT NULL,
	`linked_by` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`relative_id`) REFERENCES `customers`(`customer_id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "relatives_relation" CHECK("relatives"."relation" in ('spouse', 'parent', 'child')),
	CONSTRAINT "relatives_two" CHECK("relatives"."customer_id" <> "relatives"."relative_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `relatives_pair` ON `relatives` (`customer_id`,`relative_id`);--> statement-breakpoint
CREATE INDEX `relatives_relative` ON `relatives` (`relative_id`);--> statement-breakpoint
ALTER TABLE `customers` ADD `family_id` text;--> statement-breakpoint
CREATE INDEX `customers_family` ON `customers` (`family_id`) WHERE "customers"."family_id" is not null;