CREATE TABLE `digests` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `last_reads` (
	`actor_id` text NOT NULL,
	`thing` text NOT NULL,
	`at` integer NOT NULL,
	`before` integer,
	PRIMARY KEY(`actor_id`, `thing`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_by` ON `notifications` (`by_id`,`kind`,`at`);