CREATE TABLE `guests` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`colour` text NOT NULL,
	`removed_at` integer,
	`claimed_by` text,
	`claimed_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_drafts` (
	`workshop_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `draft_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_drafts_draft` ON `workshop_drafts` (`draft_id`);--> statement-breakpoint
CREATE TABLE `workshop_hum_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`hum_id` text NOT NULL,
	`actor_id` text,
	`answer` text NOT NULL,
	`count` integer NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`hum_id`) REFERENCES `workshop_hums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_hum_answers_once` ON `workshop_hum_answers` (`hum_id`,`actor_id`);--> statement-breakpoint
CREATE TABLE `workshop_hums` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`question` text NOT NULL,
	`ballot_id` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_hums_workshop` ON `workshop_hums` (`workshop_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `workshop_people` (
	`workshop_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`role` text NOT NULL,
	`table_n` integer,
	`named` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`workshop_id`, `actor_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_phases` (
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`minutes_now` integer NOT NULL,
	`writers` text NOT NULL,
	`locks_at_end` integer NOT NULL,
	`instruction` text NOT NULL,
	`material` text NOT NULL,
	`thread_id` text,
	`ballot_id` text,
	`started_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`workshop_id`, `position`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_queue` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`called_at` integer,
	`done_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_queue_workshop` ON `workshop_queue` (`workshop_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`starts_at` integer NOT NULL,
	`zone` text NOT NULL,
	`code` text NOT NULL,
	`code_revoked_at` integer,
	`guests` text NOT NULL,
	`capacity` integer NOT NULL,
	`tables` integer NOT NULL,
	`rehearsal` integer NOT NULL,
	`state` text NOT NULL,
	`lead_id` text NOT NULL,
	`phase` integer,
	`phase_ends_at` integer,
	`paused_left` integer,
	`locked` integer NOT NULL,
	`broadcast` text,
	`spotlight` text,
	`projector` text NOT NULL,
	`undo` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`lead_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshops_code_unique` ON `workshops` (`code`);--> statement-breakpoint
ALTER TABLE `candidates` ADD `sealed_in` text;