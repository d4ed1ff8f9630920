ALTER TABLE `objections` ADD `stand_in_since` integer;--> statement-breakpoint
ALTER TABLE `objections` ADD `stand_in_named` integer;--> statement-breakpoint
ALTER TABLE `objections` ADD `stand_in_asked_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `objections` ADD `stand_in_asked_at` integer;--> statement-breakpoint
ALTER TABLE `objections` ADD `stand_in_settled_by` text;--> statement-breakpoint
ALTER TABLE `objections` ADD `note_by` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `objections` ADD `taken_up_at` integer;