-- CreateTable
CREATE TABLE "briefing_content" (
    "hash" TEXT NOT NULL,
    "packed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "briefing_content_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "briefing_draft" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dyad_ids" TEXT[],
    "language" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "supersedes" TEXT,
    "published_as" TEXT,
    "schedule_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "briefing_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_draft_revision" (
    "draft_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "briefing_draft_revision_pkey" PRIMARY KEY ("draft_id","revision")
);

-- CreateTable
CREATE TABLE "briefing_template" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "briefing_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_event" (
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "briefing_event_pkey" PRIMARY KEY ("subject_id","revision")
);

-- CreateTable
CREATE TABLE "briefing" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "draft_id" UUID NOT NULL,
    "draft_revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dyad_ids" TEXT[],
    "from_week" INTEGER NOT NULL,
    "to_week" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "document_hash" TEXT NOT NULL,
    "evidence_hash" TEXT NOT NULL,
    "figures_hash" TEXT NOT NULL,
    "methods" JSONB NOT NULL,
    "seal_number" INTEGER NOT NULL,
    "seal_hash" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "supersedes" TEXT,
    "changes" JSONB,
    "reason" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "words")) STORED,

    CONSTRAINT "briefing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_file" (
    "briefing_id" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "briefing_file_pkey" PRIMARY KEY ("briefing_id","format")
);

-- CreateTable
CREATE TABLE "briefing_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "briefing_id" TEXT,
    "dyad_id" TEXT,
    "mark" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "opens" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "briefing_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_schedule" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "briefing_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_run" (
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT NOT NULL DEFAULT '',
    "missed" INTEGER NOT NULL DEFAULT 0,
    "draft_id" UUID,
    "briefing_id" TEXT,
    "delivered" JSONB NOT NULL,

    CONSTRAINT "briefing_run_pkey" PRIMARY KEY ("schedule_id","due_at")
);

-- CreateTable
CREATE TABLE "briefing_export" (
    "id" UUID NOT NULL,
    "by_id" UUID,
    "draft_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "error" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "media_type" TEXT NOT NULL DEFAULT '',
    "bytes" BYTEA,

    CONSTRAINT "briefing_export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "briefing_draft_status_updated_at_id_idx" ON "briefing_draft"("status", "updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_draft_id_key" ON "briefing"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_supersedes_key" ON "briefing"("supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_hash_key" ON "briefing"("hash");

-- CreateIndex
CREATE INDEX "briefing_at_id_idx" ON "briefing"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "briefing_dyad_ids_idx" ON "briefing" USING GIN ("dyad_ids");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_year_number_key" ON "briefing"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_link_token_hash_key" ON "briefing_link"("token_hash");

-- CreateIndex
CREATE INDEX "briefing_link_briefing_id_created_at_idx" ON "briefing_link"("briefing_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "briefing_link_dyad_id_created_at_idx" ON "briefing_link"("dyad_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "briefing_link_created_at_id_idx" ON "briefing_link"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "briefing_schedule_due_at_idx" ON "briefing_schedule"("due_at");

-- CreateIndex
CREATE INDEX "briefing_run_next_at_idx" ON "briefing_run"("next_at");

-- CreateIndex
CREATE INDEX "briefing_export_created_at_idx" ON "briefing_export"("created_at");

-- What the schema language cannot say.

CREATE INDEX "briefing_search_idx" ON "briefing" USING GIN ("search");

ALTER TABLE "briefing_draft"
  ADD CONSTRAINT "briefing_draft_status_check" CHECK ("status" IN ('open', 'archived', 'published')),
  ADD CONSTRAINT "briefing_draft_published_check" CHECK (("status" = 'published') = ("published_as" IS NOT NULL)),
  ADD CONSTRAINT "briefing_draft_evidence_fkey" FOREIGN KEY ("evidence_hash") REFERENCES "briefing_content"("hash"),
  ADD CONSTRAINT "briefing_draft_supersedes_fkey" FOREIGN KEY ("supersedes") REFERENCES "briefing"("id");
ALTER TABLE "briefing_draft_revision"
  ADD CONSTRAINT "briefing_draft_revision_draft_fkey" FOREIGN KEY ("draft_id") REFERENCES "briefing_draft"("id"),
  ADD CONSTRAINT "briefing_draft_revision_evidence_fkey" FOREIGN KEY ("evidence_hash") REFERENCES "briefing_content"("hash"),
  ADD CONSTRAINT "briefing_draft_revision_revision_check" CHECK ("revision" >= 1 AND ("revision" = 1) = ("action" = 'created'));
ALTER TABLE "briefing"
  ADD CONSTRAINT "briefing_id_check" CHECK ("id" = lpad("year"::text, 4, '0') || '-' || lpad("number"::text, greatest(3, length("number"::text)), '0')),
  ADD CONSTRAINT "briefing_mark_check" CHECK ("mark" IN ('RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR')),
  ADD CONSTRAINT "briefing_supersedes_check" CHECK (("supersedes" IS NULL) = ("changes" IS NULL)),
  ADD CONSTRAINT "briefing_supersedes_fkey" FOREIGN KEY ("supersedes") REFERENCES "briefing"("id"),
  ADD CONSTRAINT "briefing_draft_fkey" FOREIGN KEY ("draft_id") REFERENCES "briefing_draft"("id"),
  ADD CONSTRAINT "briefing_document_fkey" FOREIGN KEY ("document_hash") REFERENCES "briefing_content"("hash"),
  ADD CONSTRAINT "briefing_evidence_fkey" FOREIGN KEY ("evidence_hash") REFERENCES "briefing_content"("hash"),
  ADD CONSTRAINT "briefing_figures_fkey" FOREIGN KEY ("figures_hash") REFERENCES "briefing_content"("hash"),
  ADD CONSTRAINT "briefing_seal_fkey" FOREIGN KEY ("seal_number") REFERENCES "seal"("number");
ALTER TABLE "briefing_file" ADD CONSTRAINT "briefing_file_briefing_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id");
ALTER TABLE "briefing_link"
  ADD CONSTRAINT "briefing_link_subject_check" CHECK (
    ("subject" = 'briefing' AND "briefing_id" IS NOT NULL AND "dyad_id" IS NULL)
    OR ("subject" = 'dyad' AND "dyad_id" IS NOT NULL AND "briefing_id" IS NULL)),
  ADD CONSTRAINT "briefing_link_mark_check" CHECK ("mark" IN ('GREEN', 'CLEAR')),
  ADD CONSTRAINT "briefing_link_end_check" CHECK ("ends_at" > "created_at" AND "ends_at" <= "created_at" + interval '90 days'),
  ADD CONSTRAINT "briefing_link_briefing_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id"),
  ADD CONSTRAINT "briefing_link_dyad_fkey" FOREIGN KEY ("dyad_id") REFERENCES "dyad"("id");
ALTER TABLE "briefing_schedule"
  ADD CONSTRAINT "briefing_schedule_status_check" CHECK ("status" IN ('off', 'on', 'archived')),
  ADD CONSTRAINT "briefing_schedule_due_check" CHECK (("status" = 'on') = ("due_at" IS NOT NULL)),
  ADD CONSTRAINT "briefing_schedule_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id");
ALTER TABLE "briefing_run" ADD CONSTRAINT "briefing_run_schedule_fkey" FOREIGN KEY ("schedule_id") REFERENCES "briefing_schedule"("id");
ALTER TABLE "briefing_export"
  ADD CONSTRAINT "briefing_export_status_check" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  ADD CONSTRAINT "briefing_export_bytes_check" CHECK (("status" = 'done') = ("bytes" IS NOT NULL));

CREATE TRIGGER "briefing_content_append_only" BEFORE UPDATE OR DELETE ON "briefing_content" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_content_no_truncate" BEFORE TRUNCATE ON "briefing_content" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_draft_revision_append_only" BEFORE UPDATE OR DELETE ON "briefing_draft_revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_draft_revision_no_truncate" BEFORE TRUNCATE ON "briefing_draft_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_event_append_only" BEFORE UPDATE OR DELETE ON "briefing_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_event_no_truncate" BEFORE TRUNCATE ON "briefing_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_append_only" BEFORE UPDATE OR DELETE ON "briefing" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_no_truncate" BEFORE TRUNCATE ON "briefing" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_file_append_only" BEFORE UPDATE OR DELETE ON "briefing_file" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_file_no_truncate" BEFORE TRUNCATE ON "briefing_file" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_draft_no_delete" BEFORE DELETE ON "briefing_draft" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_template_no_delete" BEFORE DELETE ON "briefing_template" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_link_no_delete" BEFORE DELETE ON "briefing_link" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_schedule_no_delete" BEFORE DELETE ON "briefing_schedule" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "briefing_run_no_delete" BEFORE DELETE ON "briefing_run" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
