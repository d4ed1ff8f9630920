CREATE TABLE `actors` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`actor_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE TABLE `ballot_snapshots` (
	`ballot_id` text NOT NULL,
	`n` integer NOT NULL,
	`snapshot_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `n`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`draft_id` text,
	`question` text NOT NULL,
	`options` text,
	`rule` text NOT NULL,
	`rule_version` integer NOT NULL,
	`parameters` text NOT NULL,
	`quorum` text NOT NULL,
	`names` text NOT NULL,
	`results` text NOT NULL,
	`state` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`close_reason` text,
	`outcome` text,
	`statement` text,
	`opened_by` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ballots_state` ON `ballots` (`state`,`closes_at`);--> statement-breakpoint
CREATE INDEX `ballots_draft` ON `ballots` (`draft_id`);--> statement-breakpoint
CREATE TABLE `contribution_revisions` (
	`contribution_id` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `revision`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`reply_to` text,
	`type` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contributions_thread` ON `contributions` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `declarations` (
	`version_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_slug` text NOT NULL,
	`rationale` text NOT NULL,
	PRIMARY KEY(`version_id`, `kind`, `to_slug`),
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `declarations_to` ON `declarations` (`to_slug`);--> statement-breakpoint
CREATE TABLE `doc_clients` (
	`draft_id` text NOT NULL,
	`generation` integer NOT NULL,
	`client` integer NOT NULL,
	`actor_id` text NOT NULL,
	`first_seq` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `generation`, `client`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `doc_snapshots` (
	`draft_id` text NOT NULL,
	`generation` integer NOT NULL,
	`seq` integer NOT NULL,
	`state` blob NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `generation`, `seq`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `doc_updates` (
	`draft_id` text NOT NULL,
	`generation` integer NOT NULL,
	`seq` integer NOT NULL,
	`actor_id` text NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `generation`, `seq`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draft_members` (
	`draft_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`draft_id`, `actor_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`base_version` integer,
	`forked_from` text,
	`scope` text,
	`state` text NOT NULL,
	`visibility` text NOT NULL,
	`writing` text NOT NULL,
	`owner_id` text NOT NULL,
	`generation` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_entry` ON `drafts` (`entry_id`);--> statement-breakpoint
CREATE INDEX `drafts_state` ON `drafts` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `electors` (
	`ballot_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`class` text NOT NULL,
	PRIMARY KEY(`ballot_id`, `actor_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`current_version` integer,
	`public_revision` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_kind_slug` ON `entries` (`kind`,`slug`);--> statement-breakpoint
CREATE TABLE `event_private` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`leaf_hash` text,
	`at` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_hash_unique` ON `events` (`hash`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`,`seq`);--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`seq`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`done_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key_unique` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`draft_id` text,
	`thread_id` text,
	`ballot_id` text,
	`owner_id` text,
	`stand_in_id` text,
	`text` text NOT NULL,
	`settled_by` text NOT NULL,
	`disposition` text NOT NULL,
	`reason` text,
	`disposed_by` text,
	`disposed_at` integer,
	`sealed` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disposed_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objections_draft` ON `objections` (`draft_id`);--> statement-breakpoint
CREATE INDEX `objections_ballot` ON `objections` (`ballot_id`);--> statement-breakpoint
CREATE TABLE `paper_links` (
	`ballot_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`cast_at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `actor_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text NOT NULL,
	`covered` text NOT NULL,
	`receipt` text NOT NULL,
	`replaces` text,
	`replaced` integer NOT NULL,
	`source` text NOT NULL,
	`objection_id` text,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_receipt_unique` ON `papers` (`receipt`);--> statement-breakpoint
CREATE INDEX `papers_ballot` ON `papers` (`ballot_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`actor_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_actor` ON `sessions` (`actor_id`);--> statement-breakpoint
CREATE TABLE `slugs` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot_parts` (
	`snapshot_id` text NOT NULL,
	`part` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`snapshot_id`, `part`),
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`draft_id` text,
	`doc_seq` integer NOT NULL,
	`schema` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `snapshots_draft` ON `snapshots` (`draft_id`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`draft_id` text,
	`version` integer,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`header` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`outcome_reason` text,
	`resolved_by` text,
	`resolved_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `threads_entry` ON `threads` (`entry_id`);--> statement-breakpoint
CREATE INDEX `threads_draft` ON `threads` (`draft_id`);--> statement-breakpoint
CREATE INDEX `threads_updated` ON `threads` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`role` text NOT NULL,
	`colour` text NOT NULL,
	`suspended_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`n` integer NOT NULL,
	`snapshot_id` text NOT NULL,
	`kind` text NOT NULL,
	`variant` text,
	`note` text NOT NULL,
	`authors` text NOT NULL,
	`decision` text NOT NULL,
	`ballot_id` text,
	`draft_id` text,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_entry_n` ON `versions` (`entry_id`,`n`);--> statement-breakpoint
CREATE TABLE `vocabulary` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`kind`, `id`, `revision`)
);
