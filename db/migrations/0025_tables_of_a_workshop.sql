CREATE TABLE `workshop_tables` (
	`workshop_id` text NOT NULL,
	`round` integer NOT NULL,
	`n` integer NOT NULL,
	`fork_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`thread_id` text,
	PRIMARY KEY(`workshop_id`, `round`, `n`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fork_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_tables_fork` ON `workshop_tables` (`fork_id`);--> statement-breakpoint
ALTER TABLE `workshops` ADD `at_tables` integer;