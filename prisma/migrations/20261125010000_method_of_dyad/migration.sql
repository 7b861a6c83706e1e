-- CreateTable
CREATE TABLE "dyad_method" (
    "dyad_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method_id" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "dyad_method_pkey" PRIMARY KEY ("dyad_id","at")
);

-- What the schema language cannot say.

-- When an older record's series came to its method is not known: not before both were there. The hash is that of
-- `methodChangeHash`.
INSERT INTO "dyad_method" ("dyad_id", "at", "method_id", "previous_hash", "hash")
SELECT d."id", s."at", d."method_id", '', encode(sha256(convert_to(concat_ws(E'\n', d."id",
  to_char(s."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), d."method_id", ''), 'UTF8')), 'hex')
FROM "dyad" d
JOIN "method_version" m ON m."id" = d."method_id"
CROSS JOIN LATERAL (SELECT greatest(m."published_at", d."created_at") AS "at") s;

UPDATE "dyad" d SET "last_write_at" = m."at" FROM "dyad_method" m
WHERE m."dyad_id" = d."id" AND (d."last_write_at" IS NULL OR d."last_write_at" < m."at");

-- Points are rounded otherwise from now on (decision 0002). A series that ends with its first week is made anew by the next
-- `extendDyads` or save; until then pages read what is stored.
UPDATE "dyad" SET "series_to" = "series_from" WHERE "series_to" IS NOT NULL;

ALTER TABLE "dyad_method" ADD CONSTRAINT "dyad_method_dyad_fkey" FOREIGN KEY ("dyad_id") REFERENCES "dyad"("id");

CREATE TRIGGER "dyad_method_append_only" BEFORE UPDATE OR DELETE ON "dyad_method" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "dyad_method_no_truncate" BEFORE TRUNCATE ON "dyad_method" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
