CREATE INDEX `opportunities_opened` ON `opportunities` (`opened_on`);--> statement-breakpoint
CREATE INDEX `opportunities_ordered` ON `opportunities` (`ordered_on`) WHERE "opportunities"."ordered_on" is not null;--> statement-breakpoint
CREATE INDEX `opportunities_delivered` ON `opportunities` (`delivered_on`) WHERE "opportunities"."delivered_on" is not null;--> statement-breakpoint
CREATE INDEX `opportunity_changes_on` ON `opportunity_changes` (`changed_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_contacted` ON `follow_ups` (`staff_id`,`contacted_on`);