CREATE TABLE `candidate_reactions` (
	`thread_id` text NOT NULL,
	`n` integer NOT NULL,
	`actor_id` text NOT NULL,
	`stance` text NOT NULL,
	`about` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `n`, `actor_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `candidates` (
	`thread_id` text NOT NULL,
	`n` integer NOT NULL,
	`text` text NOT NULL,
	`author_id` text NOT NULL,
	`state` text NOT NULL,
	`merged_into` integer,
	`suggestion_id` text,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`thread_id`, `n`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `contributions` ADD `candidate` integer;--> statement-breakpoint
ALTER TABLE `threads` ADD `outcome_candidate` integer;