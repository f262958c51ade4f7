DROP INDEX `customers_protection`;--> statement-breakpoint
CREATE INDEX `customers_protection` ON `customers` (`customer_id`,`last_effective_on`,`owner_since_on`,`created_on`);--> statement-breakpoint
DROP INDEX `opportunities_book`;--> statement-breakpoint
CREATE INDEX `opportunities_book` ON `opportunities` (`owner_id`,`expected_purchase_date`,`limit_on`,`grade`,`answerable_from`,`plan_missing_since`,`customer_id`) WHERE "opportunities"."status" = 'open';