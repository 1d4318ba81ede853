-- Fitted constants of the strength formula, and what people say of the strength of their own ties. There were none before.

CREATE TABLE "strength_fit" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "fitted_on" INTEGER NOT NULL,
    "replaces_id" INTEGER,
    "row_count" INTEGER NOT NULL,
    "pair_count" INTEGER NOT NULL,
    "judged_pair_count" INTEGER NOT NULL,
    "correction_count" INTEGER NOT NULL,
    "rhythm_r" REAL NOT NULL,
    "rhythm_alpha" REAL NOT NULL,
    "rhythm_a" REAL NOT NULL,
    "rhythm_b" REAL NOT NULL,
    "level" REAL NOT NULL,
    "on_rhythm" REAL NOT NULL,
    "on_sittings" REAL NOT NULL,
    "on_rows" REAL NOT NULL,
    "on_silence" REAL NOT NULL,
    "on_further" REAL NOT NULL,
    "on_same_unit" REAL NOT NULL,
    "on_busy" REAL NOT NULL,
    "scores" TEXT,
    "precision_gain" REAL,
    "precision_gain_low" REAL,
    "refusal" TEXT
) STRICT;
CREATE UNIQUE INDEX strength_fit_key ON "strength_fit" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX strength_fit_by_created_at ON "strength_fit" ("created_at");
CREATE INDEX strength_fit_by_updated_at ON "strength_fit" ("updated_at");
CREATE INDEX strength_fit_by_known_since ON "strength_fit" ("known_since");

ALTER TABLE "knows" ADD COLUMN "corrected_strength" REAL;
ALTER TABLE "knows" ADD COLUMN "corrected_on" INTEGER;
