CREATE INDEX `candidates_author` ON `candidates` (`author_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `contributions_author` ON `contributions` (`author_id`,`created_at`);