CREATE TABLE `notifications` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`thing` text NOT NULL,
	`ref` text NOT NULL,
	`by_id` text,
	`count` integer NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	`snoozed_until` integer,
	`acted_at` integer,
	PRIMARY KEY(`actor_id`, `key`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_open` ON `notifications` (`actor_id`,`done_at`,`at`);--> statement-breakpoint
CREATE INDEX `notifications_thing` ON `notifications` (`actor_id`,`thing`);--> statement-breakpoint
CREATE TABLE `watches` (
	`actor_id` text NOT NULL,
	`thing` text NOT NULL,
	`volume` text NOT NULL,
	`chosen` integer NOT NULL,
	`before` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `thing`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watches_thing` ON `watches` (`thing`,`volume`);--> statement-breakpoint
CREATE INDEX `contributions_reply` ON `contributions` (`reply_to`,`author_id`);--> statement-breakpoint
-- Whoever took part before hears of it as if it were today.
INSERT OR IGNORE INTO `watches` SELECT `author_id`, 'thread/' || `thread_id`, 'all', 0, NULL, max(`created_at`) FROM `contributions` GROUP BY `author_id`, `thread_id`;--> statement-breakpoint
INSERT OR IGNORE INTO `watches` SELECT `created_by`, 'thread/' || `id`, 'all', 0, NULL, `created_at` FROM `threads`;--> statement-breakpoint
INSERT OR IGNORE INTO `watches` SELECT m.`actor_id`, 'draft/' || d.`id`, 'all', 0, NULL, d.`created_at` FROM `draft_members` m JOIN `drafts` d ON d.`id` = m.`draft_id`;
