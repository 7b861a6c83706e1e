-- CreateTable
CREATE TABLE "review_batch_item" (
    "dyad_id" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "incident_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "review_batch_item_pkey" PRIMARY KEY ("dyad_id","batch_id","incident_id")
);

-- CreateIndex
CREATE INDEX "review_batch_item_batch_id_dyad_id_incident_id_idx" ON "review_batch_item"("batch_id", "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_comment_dyad_id_incident_id_thread_of_number_idx" ON "incident_comment"("dyad_id", "incident_id", "thread_of", "number");

ALTER TABLE "review_batch_item"
  ADD CONSTRAINT "review_batch_item_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id");
CREATE TRIGGER "review_batch_item_append_only" BEFORE UPDATE OR DELETE ON "review_batch_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_batch_item_no_truncate" BEFORE TRUNCATE ON "review_batch_item" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- When something was handed in is kept once it is decided, so that an approval that is taken back does not begin to wait anew.
UPDATE "incident" i SET "submitted_at" = (
  SELECT max(r."at") FROM "incident_revision" r
  LEFT JOIN "incident_revision" p
    ON p."dyad_id" = r."dyad_id" AND p."incident_id" = r."incident_id" AND p."revision" = r."revision" - 1
  WHERE r."dyad_id" = i."dyad_id" AND r."incident_id" = i."id" AND r."action" <> 'reopened'
    AND r."state"->>'status' = 'in_review' AND p."state"->>'status' IS DISTINCT FROM 'in_review');
