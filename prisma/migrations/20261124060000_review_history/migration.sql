-- AlterTable
ALTER TABLE "dyad" ADD COLUMN     "last_write_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "authors" UUID[],
ADD COLUMN     "grades" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "head_status" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "in_force" INTEGER,
ADD COLUMN     "proposal" TEXT,
ADD COLUMN     "self_approved" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "incident_revision" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "in_force" INTEGER;

-- AlterTable
ALTER TABLE "method_version" ADD COLUMN     "based_on" TEXT,
ADD COLUMN     "by_id" UUID;

-- CreateTable
CREATE TABLE "method_draft" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "based_on" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "published_as" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "method_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "team_setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "dyad_id" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_vintage" (
    "dyad_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "in_force" INTEGER,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "target" TEXT,
    "mutual" BOOLEAN NOT NULL,
    "category" TEXT,
    "code" TEXT,
    "rung" INTEGER,
    "persistence" TEXT,
    "start_day" INTEGER NOT NULL,
    "end_day" INTEGER,
    "ongoing" BOOLEAN NOT NULL,
    "grades" TEXT NOT NULL,
    "credibility" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "incident_vintage_pkey" PRIMARY KEY ("dyad_id","incident_id","revision")
);

-- CreateTable
CREATE TABLE "review_batch" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "filter" JSONB NOT NULL,
    "expected" INTEGER NOT NULL,

    CONSTRAINT "review_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_comment" (
    "dyad_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "thread_of" INTEGER,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "body" TEXT NOT NULL,
    "mentions" UUID[],
    "revision" INTEGER NOT NULL,

    CONSTRAINT "incident_comment_pkey" PRIMARY KEY ("dyad_id","incident_id","number")
);

-- CreateTable
CREATE TABLE "inbox_item" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" UUID,
    "dyad_id" TEXT,
    "incident_id" TEXT,
    "detail" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "daily_day" INTEGER,
    "by_id" UUID,
    "dyads" INTEGER NOT NULL,
    "heads" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "seal_dyad" (
    "dyad_id" TEXT NOT NULL,
    "seal_number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" INTEGER NOT NULL,
    "root" TEXT NOT NULL,

    CONSTRAINT "seal_dyad_pkey" PRIMARY KEY ("dyad_id","seal_number")
);

-- CreateTable
CREATE TABLE "coding_sample" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "filter" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "population" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,

    CONSTRAINT "coding_sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coding_coder" (
    "sample_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "coding_coder_pkey" PRIMARY KEY ("sample_id","account_id")
);

-- CreateTable
CREATE TABLE "coding_unit" (
    "sample_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "dyad_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "adjudicated_revision" INTEGER,
    "adjudicated_at" TIMESTAMPTZ(3),
    "adjudicated_by" UUID,

    CONSTRAINT "coding_unit_pkey" PRIMARY KEY ("sample_id","ordinal")
);

-- CreateTable
CREATE TABLE "coding" (
    "sample_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "coder_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "codable" BOOLEAN NOT NULL,
    "category" TEXT,
    "code" TEXT,
    "rung" INTEGER,
    "start_day" INTEGER,
    "credibility" INTEGER,
    "confidence" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "coding_pkey" PRIMARY KEY ("sample_id","ordinal","coder_id")
);

-- CreateIndex
CREATE INDEX "method_draft_status_updated_at_idx" ON "method_draft"("status", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "activity_at_id_idx" ON "activity"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_vintage_dyad_id_at_idx" ON "incident_vintage"("dyad_id", "at");

-- CreateIndex
CREATE INDEX "review_batch_by_id_at_idx" ON "review_batch"("by_id", "at" DESC);

-- CreateIndex
CREATE INDEX "inbox_item_account_id_at_id_idx" ON "inbox_item"("account_id", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "seal_daily_day_key" ON "seal"("daily_day");

-- CreateIndex
CREATE UNIQUE INDEX "seal_hash_key" ON "seal"("hash");

-- CreateIndex
CREATE INDEX "coding_sample_at_idx" ON "coding_sample"("at" DESC);

-- CreateIndex
CREATE INDEX "coding_coder_account_id_idx" ON "coding_coder"("account_id");

-- CreateIndex
CREATE INDEX "coding_unit_dyad_id_incident_id_idx" ON "coding_unit"("dyad_id", "incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "coding_unit_sample_id_dyad_id_incident_id_key" ON "coding_unit"("sample_id", "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "coding_coder_id_at_idx" ON "coding"("coder_id", "at");

-- CreateIndex
CREATE INDEX "incident_head_status_submitted_at_dyad_id_id_idx" ON "incident"("head_status", "submitted_at", "dyad_id", "id");

-- CreateIndex
CREATE INDEX "incident_revision_at_dyad_id_incident_id_idx" ON "incident_revision"("at" DESC, "dyad_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_revision_batch_id_idx" ON "incident_revision"("batch_id");

-- CreateIndex
CREATE INDEX "account_event_at_id_idx" ON "account_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "weekly_check_at_dyad_id_idx" ON "weekly_check"("at" DESC, "dyad_id");

-- CreateIndex
CREATE INDEX "incident_comment_at_dyad_id_incident_id_idx" ON "incident_comment"("at" DESC, "dyad_id", "incident_id");

CREATE INDEX "inbox_item_unread_idx" ON "inbox_item"("account_id") WHERE "read_at" IS NULL;

-- What is there already was approved by being submitted: its latest state is in force, unless it is a draft.
UPDATE "incident" i SET
  "head_status" = i."status",
  "in_force" = CASE WHEN i."status" IN ('approved', 'retracted') THEN i."revision" END,
  "proposal" = CASE WHEN i."status" = 'draft' THEN 'new' END,
  "authors" = CASE WHEN i."created_by" IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[i."created_by"] END,
  "grades" = coalesce((SELECT string_agg(DISTINCT s."reliability", '' ORDER BY s."reliability") FROM "incident_source" s
    WHERE s."dyad_id" = i."dyad_id" AND s."incident_id" = i."id"), '');
ALTER TABLE "incident" ALTER COLUMN "grades" DROP DEFAULT, ALTER COLUMN "head_status" DROP DEFAULT;

-- The one change to revisions there is: a column that follows from what they say is filled in. Their content and hashes stay.
ALTER TABLE "incident_revision" DISABLE TRIGGER "incident_revision_append_only";
UPDATE "incident_revision" SET "in_force" = "revision" WHERE "state"->>'status' IN ('approved', 'retracted');
ALTER TABLE "incident_revision" ENABLE TRIGGER "incident_revision_append_only";

UPDATE "dyad" d SET "last_write_at" = greatest(
  (SELECT max("at") FROM "incident_revision" r WHERE r."dyad_id" = d."id"),
  (SELECT max("at") FROM "weekly_check" c WHERE c."dyad_id" = d."id"));

ALTER TABLE "incident" DROP CONSTRAINT "incident_status_check";
ALTER TABLE "incident"
  ADD CONSTRAINT "incident_status_check" CHECK ("status" IN ('draft', 'in_review', 'returned', 'approved', 'retracted')),
  ADD CONSTRAINT "incident_head_status_check" CHECK ("head_status" IN ('draft', 'in_review', 'returned', 'approved', 'retracted')),
  ADD CONSTRAINT "incident_in_force_check" CHECK ("in_force" <= "revision" AND ("in_force" IS NOT NULL OR "status" <> 'approved')),
  ADD CONSTRAINT "incident_proposal_check" CHECK ("proposal" IN ('new', 'correction', 'retraction'));
ALTER TABLE "incident_vintage"
  ADD CONSTRAINT "incident_vintage_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id");
ALTER TABLE "incident_comment"
  ADD CONSTRAINT "incident_comment_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id"),
  ADD CONSTRAINT "incident_comment_kind_check" CHECK ("kind" IN ('comment', 'return', 'resolve', 'reopen'));
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");
ALTER TABLE "method_draft" ADD CONSTRAINT "method_draft_status_check" CHECK ("status" IN ('open', 'published', 'discarded'));
ALTER TABLE "seal" ADD CONSTRAINT "seal_kind_check" CHECK ("kind" IN ('daily', 'asked', 'briefing'));
ALTER TABLE "coding_sample" ADD CONSTRAINT "coding_sample_status_check" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "coding_coder"
  ADD CONSTRAINT "coding_coder_sample_fkey" FOREIGN KEY ("sample_id") REFERENCES "coding_sample"("id"),
  ADD CONSTRAINT "coding_coder_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id");
ALTER TABLE "coding_unit"
  ADD CONSTRAINT "coding_unit_sample_fkey" FOREIGN KEY ("sample_id") REFERENCES "coding_sample"("id"),
  ADD CONSTRAINT "coding_unit_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id");
ALTER TABLE "coding"
  ADD CONSTRAINT "coding_unit_fkey" FOREIGN KEY ("sample_id", "ordinal") REFERENCES "coding_unit"("sample_id", "ordinal"),
  ADD CONSTRAINT "coding_coder_fkey" FOREIGN KEY ("sample_id", "coder_id") REFERENCES "coding_coder"("sample_id", "account_id"),
  ADD CONSTRAINT "coding_whole_check" CHECK ("codable" = ("code" IS NOT NULL AND "rung" IS NOT NULL AND "start_day" IS NOT NULL));

CREATE TRIGGER "activity_append_only" BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "activity_no_truncate" BEFORE TRUNCATE ON "activity" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_batch_append_only" BEFORE UPDATE OR DELETE ON "review_batch" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_batch_no_truncate" BEFORE TRUNCATE ON "review_batch" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "incident_comment_append_only" BEFORE UPDATE OR DELETE ON "incident_comment" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "incident_comment_no_truncate" BEFORE TRUNCATE ON "incident_comment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "seal_append_only" BEFORE UPDATE OR DELETE ON "seal" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "seal_no_truncate" BEFORE TRUNCATE ON "seal" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "seal_dyad_append_only" BEFORE UPDATE OR DELETE ON "seal_dyad" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "seal_dyad_no_truncate" BEFORE TRUNCATE ON "seal_dyad" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "coding_append_only" BEFORE UPDATE OR DELETE ON "coding" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "coding_no_truncate" BEFORE TRUNCATE ON "coding" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "method_draft_no_delete" BEFORE DELETE ON "method_draft" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "team_setting_no_delete" BEFORE DELETE ON "team_setting" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "inbox_item_no_delete" BEFORE DELETE ON "inbox_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "coding_sample_no_delete" BEFORE DELETE ON "coding_sample" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "coding_coder_no_delete" BEFORE DELETE ON "coding_coder" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "coding_unit_no_delete" BEFORE DELETE ON "coding_unit" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
