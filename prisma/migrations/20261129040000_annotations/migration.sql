-- CreateTable
CREATE TABLE "annotation_revision" (
    "dyad_id" TEXT NOT NULL,
    "annotation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "start_day" INTEGER NOT NULL,
    "end_day" INTEGER,
    "text" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "annotation_revision_pkey" PRIMARY KEY ("dyad_id","annotation_id","revision")
);

-- CreateIndex
CREATE INDEX "annotation_revision_dyad_id_at_annotation_id_idx" ON "annotation_revision"("dyad_id", "at" DESC, "annotation_id");

-- CreateIndex
CREATE INDEX "annotation_revision_at_dyad_id_annotation_id_idx" ON "annotation_revision"("at" DESC, "dyad_id", "annotation_id");

-- CreateIndex
CREATE INDEX "annotation_revision_by_id_at_dyad_id_annotation_id_idx" ON "annotation_revision"("by_id", "at" DESC, "dyad_id", "annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_revision_dyad_id_at_key" ON "annotation_revision"("dyad_id", "at");

-- What the schema language cannot say.

ALTER TABLE "annotation_revision" ADD CONSTRAINT "annotation_revision_dyad_fkey" FOREIGN KEY ("dyad_id") REFERENCES "dyad"("id");
ALTER TABLE "annotation_revision" ADD CONSTRAINT "annotation_revision_action_check" CHECK ("action" IN ('created', 'edited', 'withdrawn'));
ALTER TABLE "annotation_revision" ADD CONSTRAINT "annotation_revision_revision_check" CHECK ("revision" >= 1 AND ("revision" = 1) = ("action" = 'created'));
ALTER TABLE "annotation_revision" ADD CONSTRAINT "annotation_revision_span_check" CHECK ("end_day" IS NULL OR "end_day" > "start_day");
ALTER TABLE "annotation_revision" ADD CONSTRAINT "annotation_revision_text_check" CHECK ("text" <> '');

CREATE TRIGGER "annotation_revision_append_only" BEFORE UPDATE OR DELETE ON "annotation_revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "annotation_revision_no_truncate" BEFORE TRUNCATE ON "annotation_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
