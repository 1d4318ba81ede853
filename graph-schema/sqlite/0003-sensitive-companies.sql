-- Who works at a company may be nobody else's business, as who is a member of a network. No company was marked before.

DROP INDEX company_key;
DROP INDEX company_by_created_at;
DROP INDEX company_by_updated_at;
DROP INDEX company_by_known_since;
DROP INDEX company_by_sort_key;
ALTER TABLE "company" RENAME TO company_before;
CREATE TABLE "company" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "is_sensitive" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "registration_number" TEXT,
    "site_number" TEXT,
    "industry_code" TEXT,
    "industry_scheme" TEXT,
    "industry" TEXT,
    "size" TEXT,
    "employee_count" INTEGER,
    "country" TEXT,
    "region" TEXT,
    "relation" TEXT NOT NULL,
    "advertising_protected" INTEGER NOT NULL
) STRICT;
INSERT INTO "company" (
    "id", "visibility", "owner_id", "known_since", "is_sensitive", "source_id", "external_id", "version",
    "created_at", "updated_at", "sort_key", "name", "domain", "registration_number", "site_number",
    "industry_code", "industry_scheme", "industry", "size", "employee_count", "country", "region", "relation",
    "advertising_protected"
)
SELECT
    "id", "visibility", "owner_id", "known_since", 0, "source_id", "external_id", "version", "created_at",
    "updated_at", "sort_key", "name", "domain", "registration_number", "site_number", "industry_code",
    "industry_scheme", "industry", "size", "employee_count", "country", "region", "relation",
    "advertising_protected"
FROM company_before;
DROP TABLE company_before;
CREATE UNIQUE INDEX company_key ON "company" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX company_by_created_at ON "company" ("created_at");
CREATE INDEX company_by_updated_at ON "company" ("updated_at");
CREATE INDEX company_by_known_since ON "company" ("known_since");
CREATE INDEX company_by_sort_key ON "company" ("sort_key");
