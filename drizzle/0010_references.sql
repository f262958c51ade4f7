CREATE INDEX `appointments_confirm` ON `appointments` (`confirm_plan_id`) WHERE "appointments"."confirm_plan_id" is not null;--> statement-breakpoint
CREATE INDEX `appointments_call` ON `appointments` (`call_plan_id`) WHERE "appointments"."call_plan_id" is not null;--> statement-breakpoint
CREATE INDEX `visits_opportunity` ON `visits` (`opportunity_id`) WHERE "visits"."opportunity_id" is not null;