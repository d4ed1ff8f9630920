ALTER TABLE `publication_plans` ADD `review_at` integer;--> statement-breakpoint
ALTER TABLE `publication_plans` ADD `expires_at` integer;