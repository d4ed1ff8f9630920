CREATE TABLE `preferences` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`time_zone` text,
	`theme` text NOT NULL,
	`motion` text NOT NULL,
	`text_size` text NOT NULL,
	`shortcuts` integer NOT NULL,
	`rhythm` text NOT NULL,
	`digest_hour` integer NOT NULL,
	`digest_day` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
