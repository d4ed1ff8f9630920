-- Full-text indexes that follow their tables by triggers, and the words of the first one (for mistyped searches).
CREATE VIRTUAL TABLE `entry_search` USING fts5(title, label, body, content='entry_texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
--> statement-breakpoint
CREATE TRIGGER `entry_texts_insert` AFTER INSERT ON `entry_texts` BEGIN
	INSERT INTO `entry_search` (rowid, title, label, body) VALUES (new.id, new.title, new.label, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `entry_texts_delete` AFTER DELETE ON `entry_texts` BEGIN
	INSERT INTO `entry_search` (`entry_search`, rowid, title, label, body) VALUES ('delete', old.id, old.title, old.label, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `entry_texts_update` AFTER UPDATE ON `entry_texts` BEGIN
	INSERT INTO `entry_search` (`entry_search`, rowid, title, label, body) VALUES ('delete', old.id, old.title, old.label, old.body);
	INSERT INTO `entry_search` (rowid, title, label, body) VALUES (new.id, new.title, new.label, new.body);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `thread_search` USING fts5(title, body, content='thread_texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
--> statement-breakpoint
CREATE TRIGGER `thread_texts_insert` AFTER INSERT ON `thread_texts` BEGIN
	INSERT INTO `thread_search` (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `thread_texts_delete` AFTER DELETE ON `thread_texts` BEGIN
	INSERT INTO `thread_search` (`thread_search`, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `thread_texts_update` AFTER UPDATE ON `thread_texts` BEGIN
	INSERT INTO `thread_search` (`thread_search`, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
	INSERT INTO `thread_search` (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `entry_words` USING fts5vocab('entry_search', 'row');
