CREATE TABLE `position_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`n` integer NOT NULL,
	`act` text NOT NULL,
	`position` text,
	`reason` text NOT NULL,
	`exit` text NOT NULL,
	`exit_signal_id` text,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exit_signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `position_statements_one` ON `position_statements` (`entry_id`,`actor_id`,`n`);--> statement-breakpoint
CREATE INDEX `position_statements_actor` ON `position_statements` (`actor_id`);--> statement-breakpoint
CREATE TABLE `signal_calls` (
	`report_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`statement_id` text,
	PRIMARY KEY(`report_id`, `actor_id`),
	FOREIGN KEY (`report_id`) REFERENCES `signal_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `position_statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signal_calls_actor` ON `signal_calls` (`actor_id`);--> statement-breakpoint
CREATE TABLE `signal_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`signal_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`reported_by` text NOT NULL,
	`reported_at` integer NOT NULL,
	`outcome` text,
	`decided_at` integer,
	FOREIGN KEY (`signal_id`) REFERENCES `signals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signal_reports_signal` ON `signal_reports` (`signal_id`);--> statement-breakpoint
CREATE INDEX `signal_reports_thread` ON `signal_reports` (`thread_id`);--> statement-breakpoint
CREATE TABLE `signal_sources` (
	`contribution_id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`date` text NOT NULL,
	`shows` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `signal_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signal_sources_report` ON `signal_sources` (`report_id`);--> statement-breakpoint
CREATE TABLE `signals` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`armed_at` integer NOT NULL,
	`review_at` integer NOT NULL,
	`bound` integer,
	`reviewed_at` integer,
	`reviewed_by` text,
	`review_note` text,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signals_entry` ON `signals` (`entry_id`);--> statement-breakpoint
CREATE INDEX `signals_review` ON `signals` (`review_at`);--> statement-breakpoint
ALTER TABLE `ballots` ADD `report_id` text REFERENCES signal_reports(id);--> statement-breakpoint
CREATE INDEX `ballots_report` ON `ballots` (`report_id`);