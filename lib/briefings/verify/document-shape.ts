import * as z from 'zod/mini'
import { pointerOf } from '@/lib/briefings/data/read-package'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { BRIEFING_KINDS, LANGUAGES, SECTION_KEYS, TLP_MARKS } from '@/lib/briefings/model/terms'

const run = z.looseObject({
  text: z.string(),
  figure: z.optional(z.string()),
  note: z.optional(z.number()),
  incident: z.optional(z.string()),
})
const runs = z.array(run)

const sentence = z.looseObject({
  key: z.string(),
  runs,
  figures: z.array(z.string()),
  incidents: z.array(z.string()),
  by: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('rules') }),
    z.looseObject({
      kind: z.literal('edited'),
      name: z.string(),
      at: z.string(),
      rules: runs,
      unmatched: z.array(z.string()),
    }),
  ]),
})
const sentences = z.array(sentence)

const block = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('lead'), sentences }),
  z.looseObject({ kind: z.literal('paragraph'), sentences }),
  z.looseObject({ kind: z.literal('list'), items: z.array(sentences) }),
  z.looseObject({ kind: z.literal('figures'), items: z.array(z.looseObject({ value: runs, note: runs })) }),
  z.looseObject({
    kind: z.literal('table'),
    table: z.looseObject({ rows: z.array(z.array(z.looseObject({ runs }))) }),
  }),
  z.looseObject({ kind: z.literal('chart'), picture: z.looseObject({ id: z.string() }) }),
  z.looseObject({ kind: z.literal('notes') }),
])

/** As much of a document as is read to verify it. */
const documentSchema = z.looseObject({
  kind: z.enum(BRIEFING_KINDS),
  language: z.enum(LANGUAGES),
  mark: z.enum(TLP_MARKS),
  title: z.string(),
  subtitle: z.string(),
  asOf: z.string(),
  asOfText: z.string(),
  provenance: z.string(),
  team: z.looseObject({
    name: z.string(),
    footer: z.string(),
    logo: z.nullable(z.object({ png: z.string(), width: z.number(), height: z.number() })),
  }),
  sections: z.array(
    z.looseObject({
      id: z.string(),
      key: z.enum(SECTION_KEYS),
      dyadId: z.nullable(z.string()),
      blocks: z.array(block),
    }),
  ),
  notes: z.array(
    z.looseObject({
      number: z.int(),
      outlet: z.string(),
      date: z.string(),
      url: z.nullable(z.string()),
      quote: z.string(),
      incidents: z.array(z.string()),
      reliability: z.string(),
    }),
  ),
})

/** Whether JSON is a document, as far as it is read to verify it; its charts are only ever compared. */
function isDocument(json: unknown): json is BriefingDocument {
  return z.safeParse(documentSchema, json).success
}

/** Reads a document, or says where it is none. */
export function documentFrom(json: unknown): { document: BriefingDocument } | { fault: { at: string; says: string } } {
  if (isDocument(json)) return { document: json }
  const issue = z.safeParse(documentSchema, json).error?.issues[0]
  return { fault: { at: pointerOf(issue?.path ?? []), says: `that cannot stand there (${issue?.message ?? 'it'})` } }
}
