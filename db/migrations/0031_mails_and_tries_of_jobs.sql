CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`address` text,
	`subject` text,
	`text` text,
	`html` text,
	`headers` text NOT NULL,
	`about` text NOT NULL,
	`worth_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sending_at` integer,
	`sent_at` integer,
	`ended_at` integer,
	`attempts` integer NOT NULL,
	`error` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_key_unique` ON `mails` (`key`);--> statement-breakpoint
CREATE TABLE `notification_channels` (
	`actor_id` text NOT NULL,
	`kind_group` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `kind_group`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `jobs` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `failed_at` integer;