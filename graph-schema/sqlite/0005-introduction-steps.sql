-- Each step of an introduction has its day, and the target is asked as well. Nothing of that was known before: but who declined
-- answered on the day it ended.

ALTER TABLE "introduction" ADD COLUMN "note" TEXT;
ALTER TABLE "introduction" ADD COLUMN "answered_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "target_consent" TEXT;
ALTER TABLE "introduction" ADD COLUMN "target_asked_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "target_answered_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "met_on" INTEGER;
ALTER TABLE "introduction" ADD COLUMN "meeting_id" INTEGER;
UPDATE "introduction" SET "answered_on" = "ended_on" WHERE "state" = 'DECLINED';
