CREATE TABLE `entry_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`anchor` text NOT NULL,
	`title` text NOT NULL,
	`label` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_texts_entry` ON `entry_texts` (`entry_id`);--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`format` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `thread_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`contribution_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thread_texts_contribution_id_unique` ON `thread_texts` (`contribution_id`);--> statement-breakpoint
CREATE INDEX `thread_texts_thread` ON `thread_texts` (`thread_id`);