-- Each step of an introduction has its day, and the target is asked as well. Of older ones only that is known: who declined
-- answered on the day it ended. Introductions are looked up by who asks and who is asked.

ALTER TABLE "introduction" ADD COLUMN "note" TEXT;
ALTER TABLE "introduction" ADD COLUMN "answered_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "target_consent" TEXT;
ALTER TABLE "introduction" ADD COLUMN "target_asked_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "target_answered_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "met_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "meeting_id" INTEGER;
CREATE INDEX introduction_by_asker_id ON "introduction" ("asker_id");
CREATE INDEX introduction_by_introducer_id ON "introduction" ("introducer_id");
UPDATE "introduction" SET "answered_on" = "ended_on" WHERE "state" = 'DECLINED';
