CREATE TABLE `workshop_waiting` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_waiting_workshop` ON `workshop_waiting` (`workshop_id`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_hums_beside` ON `workshop_hums` (`ballot_id`,`workshop_id`);