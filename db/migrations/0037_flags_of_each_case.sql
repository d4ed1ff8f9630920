PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_flags` (
	`thing` text NOT NULL,
	`actor_id` text NOT NULL,
	`case_id` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `actor_id`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `moderation_cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_flags`("thing", "actor_id", "case_id", "reason", "words", "at") SELECT "thing", "actor_id", "case_id", "reason", "words", "at" FROM `flags`;--> statement-breakpoint
DROP TABLE `flags`;--> statement-breakpoint
ALTER TABLE `__new_flags` RENAME TO `flags`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `flags_thing` ON `flags` (`thing`,`actor_id`);--> statement-breakpoint
CREATE INDEX `flags_actor` ON `flags` (`actor_id`,`at`);