CREATE TABLE `anchors` (
	`thread_id` text NOT NULL,
	`version` integer NOT NULL,
	`draft_id` text,
	`generation` integer,
	`section` text NOT NULL,
	`state` text NOT NULL,
	`quote` text NOT NULL,
	`context_before` text NOT NULL,
	`context_after` text NOT NULL,
	`start_id` text,
	`end_id` text,
	`doc_seq` integer,
	`start_offset` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `version`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `anchors_draft` ON `anchors` (`draft_id`);