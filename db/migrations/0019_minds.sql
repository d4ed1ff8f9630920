CREATE TABLE `changed_minds` (
	`contribution_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`from_stance` text NOT NULL,
	`to_stance` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `actor_id`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changed_minds_thread` ON `changed_minds` (`thread_id`);--> statement-breakpoint
CREATE TABLE `fairness_marks` (
	`contribution_id` text NOT NULL,
	`revision` integer NOT NULL,
	`actor_id` text NOT NULL,
	`verdict` text NOT NULL,
	`missing` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `actor_id`, `revision`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restatements` (
	`contribution_id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`side` text NOT NULL,
	`of_contribution` text,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`of_contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `restatements_thread` ON `restatements` (`thread_id`);