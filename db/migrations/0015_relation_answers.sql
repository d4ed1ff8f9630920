CREATE TABLE `relation_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_id` text NOT NULL,
	`since` integer NOT NULL,
	`answer` text NOT NULL,
	`actor_id` text NOT NULL,
	`capacity` text NOT NULL,
	`thread_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relation_answers_from` ON `relation_answers` (`from_id`,`to_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `relation_answers_thread` ON `relation_answers` (`thread_id`);