ALTER TABLE `threads` ADD `confirmed_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `threads` ADD `confirmed_at` integer;