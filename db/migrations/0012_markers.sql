CREATE TABLE `markers` (
	`thread_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`move` integer NOT NULL,
	`value` real NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `actor_id`, `move`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `scales` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`low` real NOT NULL,
	`high` real NOT NULL,
	`unstable` text NOT NULL,
	`reading` real,
	`reading_source` text NOT NULL,
	`reading_date` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
