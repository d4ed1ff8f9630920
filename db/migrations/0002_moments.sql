CREATE TABLE `draft_moments` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`generation` integer NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`actor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_moments_name` ON `draft_moments` (`draft_id`,`name`);--> statement-breakpoint
ALTER TABLE `snapshots` ADD `doc_generation` integer;