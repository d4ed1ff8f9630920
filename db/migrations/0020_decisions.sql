CREATE TABLE `ballot_presets` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`rule` text NOT NULL,
	`parameters` text NOT NULL,
	`quorum` text NOT NULL,
	`open_for` integer NOT NULL,
	`last_call` integer,
	`last_call_restarts` integer NOT NULL,
	`names` text NOT NULL,
	`results` text NOT NULL,
	`closer` text NOT NULL,
	`second_moderator` integer NOT NULL,
	`by_ballot` integer NOT NULL,
	`concept` text,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE TABLE `ballot_times` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`reason` text NOT NULL,
	`by_actor` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_actor`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ballot_times_ballot` ON `ballot_times` (`ballot_id`,`at`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`n` integer NOT NULL,
	`thread_id` text NOT NULL,
	`reason` text NOT NULL,
	`by_actor` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_actor`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `challenges_entry` ON `challenges` (`entry_id`,`state`);--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `edition_entries` (
	`edition_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `entry_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`hash` text NOT NULL,
	`by_actor` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_actor`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_name_unique` ON `editions` (`name`);--> statement-breakpoint
CREATE TABLE `publication_approvals` (
	`draft_id` text NOT NULL,
	`snapshot_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `snapshot_id`, `actor_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `publication_plans` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`statement` text NOT NULL,
	`planned_by` text NOT NULL,
	`state` text NOT NULL,
	`refusal` text,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `change` text DEFAULT 'opening' NOT NULL;--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `changed_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `challenged_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `challenged_at` integer;--> statement-breakpoint
ALTER TABLE `ballot_snapshots` ADD `challenge_reason` text;--> statement-breakpoint
ALTER TABLE `ballots` ADD `preset` text;--> statement-breakpoint
ALTER TABLE `ballots` ADD `closer` text DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE `ballots` ADD `second_moderator` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `ballots` ADD `last_call` integer;--> statement-breakpoint
ALTER TABLE `ballots` ADD `last_call_restarts` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `papers` ADD `marks` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `reaffirms` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `review_at` integer;--> statement-breakpoint
ALTER TABLE `versions` ADD `expires_at` integer;