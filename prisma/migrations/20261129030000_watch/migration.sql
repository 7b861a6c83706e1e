-- AlterTable
ALTER TABLE "inbox_item" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "alert_id" UUID,
ADD COLUMN     "snoozed_until" INTEGER;

-- CreateTable
CREATE TABLE "watchlist" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "watchlist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_rule" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "reach" TEXT NOT NULL,
    "dyad_id" TEXT,
    "list_id" UUID,
    "status" TEXT NOT NULL,
    "active_since" TIMESTAMPTZ(3),
    "emails" TEXT[],
    "webhook_url" TEXT,
    "webhook_secret" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "watch_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_event" (
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "watch_event_pkey" PRIMARY KEY ("subject_id","revision")
);

-- CreateTable
CREATE TABLE "watch_mute" (
    "rule_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until_day" INTEGER,

    CONSTRAINT "watch_mute_pkey" PRIMARY KEY ("rule_id","account_id")
);

-- CreateTable
CREATE TABLE "watch_pending" (
    "dyad_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "incident_ids" TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_pending_pkey" PRIMARY KEY ("dyad_id","id")
);

-- CreateTable
CREATE TABLE "watch_sweep" (
    "day" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_sweep_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "watch_alert" (
    "dyad_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_revision" INTEGER NOT NULL,
    "cause_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rule_name" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "week_start" INTEGER NOT NULL,
    "before" DOUBLE PRECISION,
    "after" DOUBLE PRECISION,
    "facts" JSONB NOT NULL,
    "incident_ids" TEXT[],
    "method_id" TEXT NOT NULL,

    CONSTRAINT "watch_alert_pkey" PRIMARY KEY ("dyad_id","id")
);

-- CreateTable
CREATE TABLE "watch_delivery" (
    "dyad_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "watch_delivery_pkey" PRIMARY KEY ("dyad_id","id")
);

-- CreateIndex
CREATE INDEX "watchlist_scope_owner_id_idx" ON "watchlist"("scope", "owner_id");

-- CreateIndex
CREATE INDEX "watch_rule_status_idx" ON "watch_rule"("status");

-- CreateIndex
CREATE INDEX "watch_rule_scope_owner_id_idx" ON "watch_rule"("scope", "owner_id");

-- CreateIndex
CREATE INDEX "watch_mute_account_id_idx" ON "watch_mute"("account_id");

-- CreateIndex
CREATE INDEX "watch_pending_id_idx" ON "watch_pending"("id");

-- CreateIndex
CREATE INDEX "watch_alert_rule_id_at_id_idx" ON "watch_alert"("rule_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "watch_alert_at_id_idx" ON "watch_alert"("at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_alert_dyad_id_rule_id_cause_key_key" ON "watch_alert"("dyad_id", "rule_id", "cause_key");

-- CreateIndex
CREATE INDEX "watch_delivery_due_at_idx" ON "watch_delivery"("due_at");

-- CreateIndex
CREATE INDEX "watch_delivery_rule_id_idx" ON "watch_delivery"("rule_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_delivery_dyad_id_alert_id_channel_target_key" ON "watch_delivery"("dyad_id", "alert_id", "channel", "target");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_item_account_id_alert_id_key" ON "inbox_item"("account_id", "alert_id");

ALTER TABLE "watchlist" ADD CONSTRAINT "watchlist_scope_check" CHECK ("scope" IN ('own', 'team'));
ALTER TABLE "watch_rule"
  ADD CONSTRAINT "watch_rule_scope_check" CHECK ("scope" IN ('own', 'team')),
  ADD CONSTRAINT "watch_rule_status_check" CHECK ("status" IN ('off', 'on', 'archived')),
  ADD CONSTRAINT "watch_rule_since_check" CHECK (("status" = 'on') = ("active_since" IS NOT NULL)),
  ADD CONSTRAINT "watch_rule_reach_check" CHECK (
    ("reach" = 'dyad' AND "dyad_id" IS NOT NULL AND "list_id" IS NULL)
    OR ("reach" = 'list' AND "list_id" IS NOT NULL AND "dyad_id" IS NULL)
    OR ("reach" = 'all' AND "dyad_id" IS NULL AND "list_id" IS NULL)),
  ADD CONSTRAINT "watch_rule_list_fkey" FOREIGN KEY ("list_id") REFERENCES "watchlist"("id");
ALTER TABLE "watch_delivery" ADD CONSTRAINT "watch_delivery_channel_check" CHECK ("channel" IN ('email', 'webhook'));

CREATE TRIGGER "watchlist_no_delete" BEFORE DELETE ON "watchlist" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "watch_rule_no_delete" BEFORE DELETE ON "watch_rule" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "watch_event_append_only" BEFORE UPDATE OR DELETE ON "watch_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "watch_event_no_truncate" BEFORE TRUNCATE ON "watch_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "watch_alert_append_only" BEFORE UPDATE OR DELETE ON "watch_alert" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "watch_alert_no_truncate" BEFORE TRUNCATE ON "watch_alert" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- What is snoozed is few among the notices of years.
CREATE INDEX "inbox_item_snoozed_idx" ON "inbox_item"("snoozed_until") WHERE "snoozed_until" IS NOT NULL;
