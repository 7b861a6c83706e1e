-- CreateTable
CREATE TABLE "computed" (
    "dyad_id" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "computed_pkey" PRIMARY KEY ("dyad_id","task","hash")
);

-- CreateIndex
CREATE INDEX "computed_dyad_id_task_at_idx" ON "computed"("dyad_id", "task", "at" DESC);
