-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'analyst', 'reviewer', 'admin');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_epoch" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "login" TEXT NOT NULL,
    "account_id" UUID,
    "address" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "method_version" (
    "id" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "method_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dyad" (
    "id" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT NOT NULL,
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "series_from" INTEGER,
    "series_to" INTEGER,
    "method_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dyad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "dyad_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
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
    "earliest_day" INTEGER NOT NULL,
    "latest_day" INTEGER NOT NULL,
    "date_precision" TEXT NOT NULL,
    "date_basis" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "credibility" INTEGER NOT NULL,
    "confidence" TEXT NOT NULL,
    "actor_type" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "tags" TEXT[],
    "responds_to" TEXT,
    "responds_basis" TEXT,
    "points" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "request_id" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "words")) STORED,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("dyad_id","id")
);

-- CreateTable
CREATE TABLE "incident_source" (
    "dyad_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "outlet" TEXT NOT NULL,
    "date" TEXT,
    "url" TEXT,
    "quote" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,

    CONSTRAINT "incident_source_pkey" PRIMARY KEY ("dyad_id","incident_id","ordinal")
);

-- CreateTable
CREATE TABLE "incident_revision" (
    "dyad_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,

    CONSTRAINT "incident_revision_pkey" PRIMARY KEY ("dyad_id","incident_id","revision")
);

-- CreateTable
CREATE TABLE "weekly_check" (
    "dyad_id" TEXT NOT NULL,
    "week_start" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "weekly_check_pkey" PRIMARY KEY ("dyad_id","week_start","revision")
);

-- CreateTable
CREATE TABLE "dyad_week" (
    "dyad_id" TEXT NOT NULL,
    "week_start" INTEGER NOT NULL,
    "close" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "high_day" INTEGER NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,
    "close_cells" DOUBLE PRECISION[],
    "inflow_cells" DOUBLE PRECISION[],
    "incidents" INTEGER NOT NULL,
    "driver_id" TEXT,
    "driver_points" DOUBLE PRECISION,
    "checked" BOOLEAN NOT NULL,
    "covered_through" INTEGER,

    CONSTRAINT "dyad_week_pkey" PRIMARY KEY ("dyad_id","week_start")
);

-- CreateTable
CREATE TABLE "dyad_week_days" (
    "dyad_id" TEXT NOT NULL,
    "week_start" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "dyad_week_days_pkey" PRIMARY KEY ("dyad_id","week_start")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE INDEX "account_event_account_id_at_idx" ON "account_event"("account_id", "at");

-- CreateIndex
CREATE INDEX "sign_in_at_idx" ON "sign_in"("at" DESC);

-- CreateIndex
CREATE INDEX "incident_dyad_id_start_day_id_idx" ON "incident"("dyad_id", "start_day" DESC, "id");

-- CreateIndex
CREATE INDEX "incident_start_day_dyad_id_id_idx" ON "incident"("start_day" DESC, "dyad_id", "id");

-- CreateIndex
CREATE INDEX "incident_category_start_day_idx" ON "incident"("category", "start_day" DESC);

-- CreateIndex
CREATE INDEX "incident_created_by_start_day_idx" ON "incident"("created_by", "start_day" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "incident_dyad_id_request_id_key" ON "incident"("dyad_id", "request_id");

-- CreateIndex
CREATE INDEX "incident_revision_dyad_id_at_idx" ON "incident_revision"("dyad_id", "at");

-- CreateIndex
CREATE INDEX "dyad_week_week_start_close_idx" ON "dyad_week"("week_start", "close" DESC);

-- What the schema language cannot say.

CREATE INDEX "incident_search_idx" ON "incident" USING GIN ("search");
CREATE INDEX "incident_dyad_id_code_start_day_idx" ON "incident"("dyad_id", "code", "start_day");
CREATE INDEX "incident_context_idx" ON "incident"("dyad_id", "start_day") WHERE "kind" = 'context';

ALTER TABLE "incident"
  ADD CONSTRAINT "incident_dyad_fkey" FOREIGN KEY ("dyad_id") REFERENCES "dyad"("id"),
  ADD CONSTRAINT "incident_status_check" CHECK ("status" IN ('draft', 'in_review', 'approved', 'retracted')),
  ADD CONSTRAINT "incident_kind_check" CHECK ("kind" IN ('incident', 'context')),
  ADD CONSTRAINT "incident_rung_check" CHECK ("rung" BETWEEN -5 AND 5 AND "rung" <> 0),
  ADD CONSTRAINT "incident_scored_check" CHECK ("kind" = 'context' OR ("code" IS NOT NULL AND "target" IS NOT NULL AND "rung" IS NOT NULL)),
  ADD CONSTRAINT "incident_pair_check" CHECK ("target" IS NULL OR "actor" <> "target"),
  ADD CONSTRAINT "incident_days_check" CHECK ("end_day" IS NULL OR "end_day" >= "start_day"),
  ADD CONSTRAINT "incident_interval_check" CHECK ("earliest_day" <= "start_day" AND "start_day" <= "latest_day"),
  ADD CONSTRAINT "incident_grade_check" CHECK ("reliability" IN ('A', 'B', 'C', 'D', 'E', 'F') AND "credibility" BETWEEN 1 AND 6);
ALTER TABLE "incident_source"
  ADD CONSTRAINT "incident_source_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id");
ALTER TABLE "incident_revision"
  ADD CONSTRAINT "incident_revision_incident_fkey" FOREIGN KEY ("dyad_id", "incident_id") REFERENCES "incident"("dyad_id", "id");
ALTER TABLE "weekly_check"
  ADD CONSTRAINT "weekly_check_dyad_fkey" FOREIGN KEY ("dyad_id") REFERENCES "dyad"("id"),
  ADD CONSTRAINT "weekly_check_monday_check" CHECK (((("week_start" + 3) % 7) + 7) % 7 = 0);
ALTER TABLE "dyad"
  ADD CONSTRAINT "dyad_id_check" CHECK ("first" < "second" AND "id" = "first" || '-' || "second");

-- The record never forgets: what has been written is neither changed nor removed, whoever asks.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "incident_revision_append_only" BEFORE UPDATE OR DELETE ON "incident_revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "incident_revision_no_truncate" BEFORE TRUNCATE ON "incident_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "weekly_check_append_only" BEFORE UPDATE OR DELETE ON "weekly_check" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "weekly_check_no_truncate" BEFORE TRUNCATE ON "weekly_check" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "method_version_append_only" BEFORE UPDATE OR DELETE ON "method_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "method_version_no_truncate" BEFORE TRUNCATE ON "method_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "account_event_append_only" BEFORE UPDATE OR DELETE ON "account_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_in_append_only" BEFORE UPDATE OR DELETE ON "sign_in" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "incident_no_delete" BEFORE DELETE ON "incident" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "incident_no_truncate" BEFORE TRUNCATE ON "incident" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "account_no_delete" BEFORE DELETE ON "account" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
