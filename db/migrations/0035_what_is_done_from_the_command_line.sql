CREATE TABLE `upkeep` (
	`kind` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`ok` integer NOT NULL,
	`note` text NOT NULL
);
