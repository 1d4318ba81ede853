-- One index of a relationship's key finds what starts at a node as well: each index costs an import a page for every row.

DROP INDEX works_at_key;
DROP INDEX works_at_from;
CREATE UNIQUE INDEX works_at_key ON "works_at" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX in_department_key;
DROP INDEX in_department_from;
CREATE UNIQUE INDEX in_department_key ON "in_department" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX reports_to_key;
DROP INDEX reports_to_from;
CREATE UNIQUE INDEX reports_to_key ON "reports_to" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX knows_key;
DROP INDEX knows_from;
CREATE UNIQUE INDEX knows_key ON "knows" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX interaction_key;
DROP INDEX interaction_from;
DROP INDEX interaction_to;
CREATE UNIQUE INDEX interaction_key ON "interaction" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX interacted_key;
DROP INDEX interacted_from;
CREATE UNIQUE INDEX interacted_key ON "interacted" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX holds_key;
DROP INDEX holds_from;
CREATE UNIQUE INDEX holds_key ON "holds" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX seat_in_key;
DROP INDEX seat_in_from;
CREATE UNIQUE INDEX seat_in_key ON "seat_in" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX member_of_key;
DROP INDEX member_of_from;
CREATE UNIQUE INDEX member_of_key ON "member_of" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX attended_key;
DROP INDEX attended_from;
CREATE UNIQUE INDEX attended_key ON "attended" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX held_by_key;
DROP INDEX held_by_from;
CREATE UNIQUE INDEX held_by_key ON "held_by" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX came_from_key;
DROP INDEX came_from_from;
CREATE UNIQUE INDEX came_from_key ON "came_from" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX about_key;
DROP INDEX about_from;
CREATE UNIQUE INDEX about_key ON "about" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX serves_key;
DROP INDEX serves_from;
CREATE UNIQUE INDEX serves_key ON "serves" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX related_to_key;
DROP INDEX related_to_from;
CREATE UNIQUE INDEX related_to_key ON "related_to" ("from_id", "to_id", "source_id", "local_key");

DROP INDEX credited_to_key;
DROP INDEX credited_to_from;
CREATE UNIQUE INDEX credited_to_key ON "credited_to" ("from_id", "to_id", "source_id", "local_key");
