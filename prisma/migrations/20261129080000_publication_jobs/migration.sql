-- AlterTable
ALTER TABLE "briefing_export" ADD COLUMN     "briefing_id" TEXT;

-- What the schema language cannot say.

ALTER TABLE "briefing_export" DROP CONSTRAINT "briefing_export_bytes_check";
ALTER TABLE "briefing_export"
  ADD CONSTRAINT "briefing_export_done_check" CHECK (("status" = 'done') = (num_nonnulls("bytes", "briefing_id") = 1)),
  ADD CONSTRAINT "briefing_export_publish_check" CHECK ("briefing_id" IS NULL OR "format" = 'publish'),
  ADD CONSTRAINT "briefing_export_briefing_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id");
