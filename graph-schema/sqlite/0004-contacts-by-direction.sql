-- How often each of two people turned to the other is evidence of their tie. States are made from interactions by the product; none
-- was made before.

DROP INDEX interacted_key;
DROP INDEX interacted_to;
ALTER TABLE "interacted" RENAME TO interacted_before;
CREATE TABLE "interacted" (
    "id" INTEGER PRIMARY KEY,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "from" INTEGER,
    "until" INTEGER,
    "source_id" INTEGER,
    "local_key" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "last_seen" INTEGER,
    "evidence" TEXT,
    "channel" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "sitting_count" INTEGER NOT NULL,
    "outgoing_count" INTEGER NOT NULL,
    "incoming_count" INTEGER NOT NULL,
    "first_at" INTEGER,
    "last_at" INTEGER,
    "first_active" REAL NOT NULL,
    "last_active" REAL NOT NULL,
    "sitting_sum" REAL NOT NULL,
    "row_sum" REAL NOT NULL,
    "further_sum" REAL NOT NULL
) STRICT;
INSERT INTO "interacted" (
    "id", "from_id", "to_id", "visibility", "owner_id", "known_since", "from", "until", "source_id", "local_key",
    "external_id", "version", "created_at", "updated_at", "last_seen", "evidence", "channel", "model", "row_count",
    "sitting_count", "outgoing_count", "incoming_count", "first_at", "last_at", "first_active", "last_active",
    "sitting_sum", "row_sum", "further_sum"
)
SELECT
    "id", "from_id", "to_id", "visibility", "owner_id", "known_since", "from", "until", "source_id", "local_key",
    "external_id", "version", "created_at", "updated_at", "last_seen", "evidence", "channel", "model", "row_count",
    "sitting_count", 0, 0, "first_at", "last_at", "first_active", "last_active", "sitting_sum", "row_sum",
    "further_sum"
FROM interacted_before;
DROP TABLE interacted_before;
CREATE UNIQUE INDEX interacted_key ON "interacted" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX interacted_to ON "interacted" ("to_id");
