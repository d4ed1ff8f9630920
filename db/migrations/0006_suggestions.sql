CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`place` text NOT NULL,
	`base` text NOT NULL,
	`proposed` text NOT NULL,
	`adopted` text,
	`reason` text NOT NULL,
	`author_id` text NOT NULL,
	`made_by` text NOT NULL,
	`thread_id` text,
	`contribution_id` text,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`doc_seq` integer,
	`doc_generation` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestions_draft` ON `suggestions` (`draft_id`,`state`);--> statement-breakpoint
CREATE INDEX `suggestions_thread` ON `suggestions` (`thread_id`);