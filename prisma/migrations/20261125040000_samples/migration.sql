-- A coder who leaves an open sample is excused, for good: what they handed in stays, and nothing more is waited for.
ALTER TABLE "coding_coder" ADD COLUMN "excused_at" TIMESTAMPTZ(3), ADD COLUMN "excused_by" UUID;
