CREATE TABLE `simulated_guests` (
	`actor_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`n` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
