import { sentencesOf } from '@/components/briefings/sentences'
import type { BriefingDocument, Run } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'
import { SECTION_KEYS, SECTIONS_OF, type SectionKey } from '@/lib/briefings/model/terms'
import { PACKS } from '@/lib/briefings/text/writer'
import type { DraftRendering, TemplateView } from '@/lib/briefings/views'

/** Titles of the incidents that the document names, by their keys. */
function titlesIn({ sections }: BriefingDocument): Record<string, string> {
  const titles: Record<string, string> = {}
  const take = (runs: readonly Run[]) => {
    for (const { incident, text } of runs) if (incident !== undefined) titles[incident] ??= text
  }
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') for (const cell of block.table.rows.flat()) take(cell.runs)
    else if (block.kind === 'list') for (const sentence of block.items.flat()) take(sentence.runs)
    else if ('sentences' in block) for (const sentence of block.sentences) take(sentence.runs)
  }
  return titles
}

/** Parts that a kind of briefing can have: what compares several dyads is nothing for one week of one dyad. */
const possibleOf = ({ kind, dyadIds }: DraftRendering['draft']): SectionKey[] =>
  SECTION_KEYS.filter(
    (key) =>
      (key !== 'standing' || kind === 'round-up') && (key !== 'compare' || (kind !== 'weekly' && dyadIds.length > 1)),
  )

/** What the composer is told of a draft beside its page: its sentences, the figures that they rest on, and its parts. */
export function composition(
  { draft, document, figures }: Pick<DraftRendering, 'draft' | 'document' | 'figures'>,
  templates: readonly TemplateView[],
) {
  const sentences = sentencesOf(document)
  const named = new Set(sentences.flatMap(({ sentence }) => sentence.figures))
  const ofSentences: Figures = Object.fromEntries(Object.entries(figures).filter(([id]) => named.has(id)))
  const template = templates.find(({ id }) => id === draft.settings.templateId)
  const sections = draft.settings.sections ?? template?.sections[draft.kind] ?? SECTIONS_OF[draft.kind]
  const possible = possibleOf(draft)
  return {
    title: document.title,
    sentences,
    figures: ofSentences,
    titles: titlesIn(document),
    sections: sections.filter((key) => possible.includes(key)),
    possible,
    labels: PACKS.en.sections,
  }
}
