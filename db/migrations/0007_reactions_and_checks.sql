CREATE TABLE `reactions` (
	`contribution_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`stance` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `actor_id`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reactions_thread` ON `reactions` (`thread_id`);--> statement-breakpoint
CREATE TABLE `signal_checks` (
	`thread_id` text NOT NULL,
	`check_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `check_id`, `actor_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
