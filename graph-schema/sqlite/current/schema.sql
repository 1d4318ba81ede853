-- What the scripts beside this folder make, printed from the model. To be read: what is run are they.
-- Visibility: 0 everyone, 1 discreet, 2 team, 3 owner.
-- Days are counted from 1970-01-01, instants are milliseconds since then, lists are JSON.

-- Names of the systems that records came from; a row keeps the number.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- What deciding who sees a relationship, and when it counts, needs of its two ends.
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    visibility INTEGER NOT NULL,
    owner_id INTEGER,
    is_sensitive INTEGER NOT NULL,
    counts_from INTEGER,
    counts_until INTEGER
) STRICT;

-- What text search knows of a node: its name's sort key, its folded name, all its folded words once.
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    sort_key TEXT NOT NULL,
    name TEXT,
    words TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    words, content = 'search_text', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0
);

-- One row a commit, without gaps; the changes are packed (see FeedBlob).
CREATE TABLE feed (
    sequence INTEGER PRIMARY KEY,
    commit_id BLOB NOT NULL UNIQUE,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    changes BLOB NOT NULL
) STRICT;

-- Employee: One of the company's own people; any of them can be sent into a network.
CREATE TABLE "employee" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "emails" TEXT,
    "title" TEXT,
    "profession" TEXT,
    "topics" TEXT,
    "job_group" TEXT,
    "started_on" INTEGER,
    "is_active" INTEGER NOT NULL,
    "networking_hours" REAL,
    "wished_purposes" TEXT,
    "wished_topics" TEXT,
    "wished_places" TEXT,
    "wished_form" TEXT
) STRICT;
CREATE UNIQUE INDEX employee_key ON "employee" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX employee_by_created_at ON "employee" ("created_at");
CREATE INDEX employee_by_updated_at ON "employee" ("updated_at");
CREATE INDEX employee_by_known_since ON "employee" ("known_since");
CREATE INDEX employee_by_sort_key ON "employee" ("sort_key");

-- Department: A part of the company. Its current employees share TEAM records.
CREATE TABLE "department" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" INTEGER,
    "lead_id" INTEGER
) STRICT;
CREATE UNIQUE INDEX department_key ON "department" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX department_by_created_at ON "department" ("created_at");
CREATE INDEX department_by_updated_at ON "department" ("updated_at");
CREATE INDEX department_by_known_since ON "department" ("known_since");
CREATE INDEX department_by_sort_key ON "department" ("sort_key");

-- Contact: A person outside the company.
CREATE TABLE "contact" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "emails" TEXT,
    "title" TEXT,
    "profession" TEXT,
    "topics" TEXT,
    "phones" TEXT,
    "seniority" TEXT,
    "decision_role" TEXT,
    "legal_basis" TEXT,
    "legal_basis_source" TEXT,
    "informed_on" INTEGER,
    "delete_by" INTEGER,
    "objected_on" INTEGER,
    "permissions" TEXT
) STRICT;
CREATE UNIQUE INDEX contact_key ON "contact" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX contact_by_created_at ON "contact" ("created_at");
CREATE INDEX contact_by_updated_at ON "contact" ("updated_at");
CREATE INDEX contact_by_known_since ON "contact" ("known_since");
CREATE INDEX contact_by_sort_key ON "contact" ("sort_key");

-- Company: A company or other organisation, our own among them.
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
CREATE UNIQUE INDEX company_key ON "company" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX company_by_created_at ON "company" ("created_at");
CREATE INDEX company_by_updated_at ON "company" ("updated_at");
CREATE INDEX company_by_known_since ON "company" ("known_since");
CREATE INDEX company_by_sort_key ON "company" ("sort_key");

-- Segment: A part of the market: industries, sizes, regions and relations taken together.
CREATE TABLE "segment" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "industry_codes" TEXT,
    "sizes" TEXT,
    "regions" TEXT,
    "relations" TEXT,
    "is_wanted" INTEGER,
    "weight" REAL
) STRICT;
CREATE UNIQUE INDEX segment_key ON "segment" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX segment_by_created_at ON "segment" ("created_at");
CREATE INDEX segment_by_updated_at ON "segment" ("updated_at");
CREATE INDEX segment_by_known_since ON "segment" ("known_since");
CREATE INDEX segment_by_sort_key ON "segment" ("sort_key");

-- Network: A formal network, or a group within one.
CREATE TABLE "network" (
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
    "kind" TEXT NOT NULL,
    "parent_id" INTEGER,
    "tags" TEXT,
    "sector" TEXT,
    "access" TEXT,
    "purposes" TEXT,
    "form" TEXT,
    "meetings_a_year" REAL,
    "hours_a_meeting" REAL,
    "place" TEXT,
    "member_count" INTEGER,
    "currency" TEXT NOT NULL,
    "entry_fee" INTEGER,
    "company_fee" INTEGER,
    "seat_fee" INTEGER,
    "group_fee" INTEGER,
    "vat_rate" REAL,
    "fee_period_months" INTEGER,
    "notice_months" INTEGER,
    "notice_by" INTEGER,
    "absences_max" INTEGER,
    "absence_window_months" INTEGER,
    "substitutes_allowed" INTEGER,
    "one_per_trade" INTEGER,
    "guest_visits_max" INTEGER,
    "confidentiality" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "founded_on" INTEGER,
    "ended_on" INTEGER
) STRICT;
CREATE UNIQUE INDEX network_key ON "network" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX network_by_created_at ON "network" ("created_at");
CREATE INDEX network_by_updated_at ON "network" ("updated_at");
CREATE INDEX network_by_known_since ON "network" ("known_since");
CREATE INDEX network_by_sort_key ON "network" ("sort_key");

-- Strategy: One version of the company's networking strategy.
CREATE TABLE "strategy" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "period_from" INTEGER,
    "period_until" INTEGER,
    "text" TEXT,
    "wishes" TEXT
) STRICT;
CREATE UNIQUE INDEX strategy_key ON "strategy" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX strategy_by_created_at ON "strategy" ("created_at");
CREATE INDEX strategy_by_updated_at ON "strategy" ("updated_at");
CREATE INDEX strategy_by_known_since ON "strategy" ("known_since");
CREATE INDEX strategy_by_sort_key ON "strategy" ("sort_key");

-- Seat: An employee's membership of a network, with what was agreed about it.
CREATE TABLE "seat" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "from" INTEGER,
    "until" INTEGER,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "role" TEXT,
    "status" TEXT NOT NULL,
    "substitute_id" INTEGER,
    "agreed_hours" REAL,
    "expected_goals" TEXT,
    "company_promise" TEXT,
    "ambassador_agreed_on" INTEGER,
    "manager_agreed_on" INTEGER,
    "guidelines_acknowledged_on" INTEGER,
    "guidelines_edition" INTEGER
) STRICT;
CREATE UNIQUE INDEX seat_key ON "seat" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX seat_by_created_at ON "seat" ("created_at");
CREATE INDEX seat_by_updated_at ON "seat" ("updated_at");
CREATE INDEX seat_by_known_since ON "seat" ("known_since");

-- Meeting: A meeting of a network or with a company.
CREATE TABLE "meeting" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "topic" TEXT,
    "minutes" INTEGER,
    "form" TEXT,
    "place" TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_key ON "meeting" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX meeting_by_created_at ON "meeting" ("created_at");
CREATE INDEX meeting_by_updated_at ON "meeting" ("updated_at");
CREATE INDEX meeting_by_known_since ON "meeting" ("known_since");
CREATE INDEX meeting_by_starts_at ON "meeting" ("starts_at");

-- Idea: An idea brought home, and what became of it.
CREATE TABLE "idea" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "status" TEXT NOT NULL,
    "author_id" INTEGER,
    "decided_on" INTEGER,
    "decision" TEXT,
    "effect" TEXT
) STRICT;
CREATE UNIQUE INDEX idea_key ON "idea" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX idea_by_created_at ON "idea" ("created_at");
CREATE INDEX idea_by_updated_at ON "idea" ("updated_at");
CREATE INDEX idea_by_known_since ON "idea" ("known_since");
CREATE INDEX idea_by_sort_key ON "idea" ("sort_key");

-- Insight: Something learned about the market.
CREATE TABLE "insight" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "kind" TEXT NOT NULL,
    "industries" TEXT,
    "topics" TEXT,
    "confidentiality" TEXT NOT NULL,
    "author_id" INTEGER,
    "reused_by_ids" TEXT
) STRICT;
CREATE UNIQUE INDEX insight_key ON "insight" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX insight_by_created_at ON "insight" ("created_at");
CREATE INDEX insight_by_updated_at ON "insight" ("updated_at");
CREATE INDEX insight_by_known_since ON "insight" ("known_since");
CREATE INDEX insight_by_sort_key ON "insight" ("sort_key");

-- Goal: What the company, a department or a seat is to reach in a period.
CREATE TABLE "goal" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "department_id" INTEGER,
    "measure" TEXT NOT NULL,
    "own_unit" TEXT,
    "target" REAL,
    "period_from" INTEGER,
    "period_until" INTEGER,
    "weight" REAL
) STRICT;
CREATE UNIQUE INDEX goal_key ON "goal" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX goal_by_created_at ON "goal" ("created_at");
CREATE INDEX goal_by_updated_at ON "goal" ("updated_at");
CREATE INDEX goal_by_known_since ON "goal" ("known_since");
CREATE INDEX goal_by_sort_key ON "goal" ("sort_key");

-- Outcome: Something a seat, a meeting or an introduction brought.
CREATE TABLE "outcome" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "occurred_on" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "count" REAL,
    "amount" INTEGER,
    "currency" TEXT NOT NULL,
    "evidence" TEXT,
    "confidence" REAL
) STRICT;
CREATE UNIQUE INDEX outcome_key ON "outcome" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX outcome_by_created_at ON "outcome" ("created_at");
CREATE INDEX outcome_by_updated_at ON "outcome" ("updated_at");
CREATE INDEX outcome_by_known_since ON "outcome" ("known_since");
CREATE INDEX outcome_by_occurred_on ON "outcome" ("occurred_on");

-- Lead: What an ambassador hands to an account's owner; the credit stays with the seat.
CREATE TABLE "lead" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" INTEGER,
    "offered_by_id" INTEGER,
    "account_owner_id" INTEGER,
    "company_id" INTEGER,
    "contact_id" INTEGER,
    "return_reason" TEXT
) STRICT;
CREATE UNIQUE INDEX lead_key ON "lead" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX lead_by_created_at ON "lead" ("created_at");
CREATE INDEX lead_by_updated_at ON "lead" ("updated_at");
CREATE INDEX lead_by_known_since ON "lead" ("known_since");
CREATE INDEX lead_by_sort_key ON "lead" ("sort_key");

-- Contribution: What we gave a network.
CREATE TABLE "contribution" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "given_on" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "hours_given" REAL,
    "network_id" INTEGER,
    "given_by_id" INTEGER
) STRICT;
CREATE UNIQUE INDEX contribution_key ON "contribution" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX contribution_by_created_at ON "contribution" ("created_at");
CREATE INDEX contribution_by_updated_at ON "contribution" ("updated_at");
CREATE INDEX contribution_by_known_since ON "contribution" ("known_since");
CREATE INDEX contribution_by_given_on ON "contribution" ("given_on");

-- Introduction: One person asking another to introduce them to a third.
CREATE TABLE "introduction" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "asker_id" INTEGER NOT NULL,
    "introducer_id" INTEGER,
    "target_id" INTEGER NOT NULL,
    "path_ids" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "asked_on" INTEGER,
    "made_on" INTEGER,
    "ended_on" INTEGER,
    "note" TEXT,
    "answered_on" INTEGER,
    "target_consent" TEXT,
    "target_asked_on" INTEGER,
    "target_answered_on" INTEGER,
    "met_on" INTEGER,
    "meeting_id" INTEGER
) STRICT;
CREATE UNIQUE INDEX introduction_key ON "introduction" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX introduction_by_created_at ON "introduction" ("created_at");
CREATE INDEX introduction_by_updated_at ON "introduction" ("updated_at");
CREATE INDEX introduction_by_known_since ON "introduction" ("known_since");
CREATE INDEX introduction_by_asker_id ON "introduction" ("asker_id");
CREATE INDEX introduction_by_introducer_id ON "introduction" ("introducer_id");

-- Guideline: One of the company's own ground rules.
CREATE TABLE "guideline" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sort_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "edition" INTEGER NOT NULL,
    "threshold" REAL,
    "in_force_from" INTEGER,
    "in_force_until" INTEGER
) STRICT;
CREATE UNIQUE INDEX guideline_key ON "guideline" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX guideline_by_created_at ON "guideline" ("created_at");
CREATE INDEX guideline_by_updated_at ON "guideline" ("updated_at");
CREATE INDEX guideline_by_known_since ON "guideline" ("known_since");
CREATE INDEX guideline_by_sort_key ON "guideline" ("sort_key");

-- Recommendation: What was recommended to whom, by which model, and what became of it.
CREATE TABLE "recommendation" (
    "id" INTEGER PRIMARY KEY,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "source_id" INTEGER,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "for_id" INTEGER,
    "subject_id" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "score" REAL,
    "reasons" TEXT,
    "state" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX recommendation_key ON "recommendation" ("source_id", "external_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX recommendation_by_created_at ON "recommendation" ("created_at");
CREATE INDEX recommendation_by_updated_at ON "recommendation" ("updated_at");
CREATE INDEX recommendation_by_known_since ON "recommendation" ("known_since");

-- StrengthFit: Constants of one form of the strength formula, fitted on the store's own contacts, and how they did. Those in force that everyone may see are used; of one form there is at most one.
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

-- WORKS_AT: A person works at a company. Several at once are possible.
CREATE TABLE "works_at" (
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
    "title" TEXT,
    "department" TEXT,
    "decision_role" TEXT
) STRICT;
CREATE UNIQUE INDEX works_at_key ON "works_at" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX works_at_to ON "works_at" ("to_id");

-- IN_DEPARTMENT: An employee belongs to a department.
CREATE TABLE "in_department" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX in_department_key ON "in_department" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX in_department_to ON "in_department" ("to_id");

-- REPORTS_TO: An employee reports to another.
CREATE TABLE "reports_to" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX reports_to_key ON "reports_to" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX reports_to_to ON "reports_to" ("to_id");

-- KNOWS: Two people know each other, as somebody declared or a source says.
CREATE TABLE "knows" (
    "id" INTEGER PRIMARY KEY,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "from" INTEGER,
    "until" INTEGER,
    "declared_strength" REAL,
    "source_id" INTEGER,
    "local_key" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "last_seen" INTEGER,
    "evidence" TEXT,
    "how_met" TEXT,
    "corrected_strength" REAL,
    "corrected_on" INTEGER
) STRICT;
CREATE UNIQUE INDEX knows_key ON "knows" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX knows_to ON "knows" ("to_id");

-- INTERACTION: One contact between two people: that it took place, never what was said.
CREATE TABLE "interaction" (
    "id" INTEGER PRIMARY KEY,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "visibility" INTEGER NOT NULL,
    "owner_id" INTEGER,
    "known_since" INTEGER NOT NULL,
    "from" INTEGER,
    "until" INTEGER,
    "at" INTEGER NOT NULL,
    "source_id" INTEGER,
    "local_key" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "last_seen" INTEGER,
    "evidence" TEXT,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "minutes" REAL,
    "subject" TEXT,
    "participant_ids" TEXT
) STRICT;
CREATE UNIQUE INDEX interaction_key ON "interaction" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX interaction_from_moment ON "interaction" ("from_id", "at");
CREATE INDEX interaction_to_moment ON "interaction" ("to_id", "at");

-- INTERACTED: What the interactions of two people on one channel add up to: the strength model's state.
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
CREATE UNIQUE INDEX interacted_key ON "interacted" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX interacted_to ON "interacted" ("to_id");

-- HOLDS: An employee holds a seat, on any day one at most.
CREATE TABLE "holds" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX holds_key ON "holds" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX holds_to ON "holds" ("to_id");

-- IN: A seat is in a network, on any day in one at most.
CREATE TABLE "seat_in" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX seat_in_key ON "seat_in" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX seat_in_to ON "seat_in" ("to_id");

-- MEMBER_OF: A contact or a company is a member of a network.
CREATE TABLE "member_of" (
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
    "role" TEXT
) STRICT;
CREATE UNIQUE INDEX member_of_key ON "member_of" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX member_of_to ON "member_of" ("to_id");

-- ATTENDED: A person was at a meeting.
CREATE TABLE "attended" (
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
    "role" TEXT NOT NULL,
    "hours_spent" REAL
) STRICT;
CREATE UNIQUE INDEX attended_key ON "attended" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX attended_to ON "attended" ("to_id");

-- HELD_BY: A meeting was a network's, or with a company.
CREATE TABLE "held_by" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX held_by_key ON "held_by" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX held_by_to ON "held_by" ("to_id");

-- CAME_FROM: What was brought home came from there.
CREATE TABLE "came_from" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX came_from_key ON "came_from" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX came_from_to ON "came_from" ("to_id");

-- ABOUT: An insight is about a company or a segment.
CREATE TABLE "about" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX about_key ON "about" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX about_to ON "about" ("to_id");

-- SERVES: A seat serves a goal.
CREATE TABLE "serves" (
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
    "evidence" TEXT
) STRICT;
CREATE UNIQUE INDEX serves_key ON "serves" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX serves_to ON "serves" ("to_id");

-- RELATED_TO: One company is something to another.
CREATE TABLE "related_to" (
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
    "tie" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX related_to_key ON "related_to" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX related_to_to ON "related_to" ("to_id");

-- CREDITED_TO: A part of an outcome is credited to a seat, a meeting or an introduction; the parts of one outcome are at most 1.
CREATE TABLE "credited_to" (
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
    "share" REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX credited_to_key ON "credited_to" ("from_id", "to_id", "source_id", "local_key");
CREATE INDEX credited_to_to ON "credited_to" ("to_id");
