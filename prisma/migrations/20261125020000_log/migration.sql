-- CreateIndex
CREATE INDEX "account_event_by_id_at_id_idx" ON "account_event"("by_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_by_id_at_id_idx" ON "activity"("by_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_dyad_id_at_id_idx" ON "activity"("dyad_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "activity_action_at_id_idx" ON "activity"("action", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_comment_by_id_at_dyad_id_incident_id_idx" ON "incident_comment"("by_id", "at" DESC, "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_comment_dyad_id_at_incident_id_idx" ON "incident_comment"("dyad_id", "at" DESC, "incident_id");

-- CreateIndex
CREATE INDEX "incident_revision_by_id_at_dyad_id_incident_id_idx" ON "incident_revision"("by_id", "at" DESC, "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_revision_action_at_dyad_id_incident_id_idx" ON "incident_revision"("action", "at" DESC, "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "weekly_check_by_id_at_dyad_id_idx" ON "weekly_check"("by_id", "at" DESC, "dyad_id");

-- CreateIndex
CREATE INDEX "weekly_check_dyad_id_at_idx" ON "weekly_check"("dyad_id", "at" DESC);

-- Who came in: nobody where an attempt failed, whoever's account it named.
CREATE INDEX "sign_in_by_at_id_idx" ON "sign_in"((CASE WHEN "outcome" = 'ok' THEN "account_id" END), "at" DESC, "id" DESC);

CREATE TRIGGER "account_event_no_truncate" BEFORE TRUNCATE ON "account_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_in_no_truncate" BEFORE TRUNCATE ON "sign_in" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What the codebook calls a code is searched in the codebook: its line in the words would go stale. It stands before the last three.
UPDATE "incident" i SET "words" = regexp_replace(left(i."words", -length(s."tail")), E'\n[^\n]*$', '') || s."tail"
FROM (SELECT "dyad_id", "id", E'\n' || "actor" || E'\n' || coalesce("target", '') || E'\n' || "location" AS "tail" FROM "incident") s
WHERE s."dyad_id" = i."dyad_id" AND s."id" = i."id" AND right(i."words", length(s."tail")) = s."tail";
