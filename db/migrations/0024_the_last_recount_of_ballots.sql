CREATE TABLE `recounts` (
	`at` integer PRIMARY KEY NOT NULL,
	`ballots` integer NOT NULL,
	`differing` text NOT NULL
);
