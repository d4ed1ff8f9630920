CREATE TABLE `attached_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`contribution_id` text,
	`objection_id` text,
	`entry_id` text,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`date` text NOT NULL,
	`archive_hash` text NOT NULL,
	`status` text NOT NULL,
	`added_by` text NOT NULL,
	`n` integer NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objection_id`) REFERENCES `objections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attached_sources_contribution` ON `attached_sources` (`contribution_id`);--> statement-breakpoint
CREATE INDEX `attached_sources_objection` ON `attached_sources` (`objection_id`);--> statement-breakpoint
CREATE TABLE `contribution_links` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`n` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`),
	FOREIGN KEY (`from_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_links_to` ON `contribution_links` (`to_id`);