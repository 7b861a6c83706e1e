/** The words in which briefings are asked for and marked. */

/** One dyad's week; the latest of several dyads; or dyads over a period, compared. */
export const BRIEFING_KINDS = ['weekly', 'round-up', 'special'] as const
export type BriefingKind = (typeof BRIEFING_KINDS)[number]

/** Languages that a briefing is written in. */
export const LANGUAGES = ['en', 'az', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

/** Traffic Light Protocol 2.0 (FIRST, https://www.first.org/tlp/), the most restricted first. */
export const TLP_MARKS = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export type TlpMark = (typeof TLP_MARKS)[number]

/** How a mark is written on every page; the standard has it so in every language. */
export const markText = (mark: TlpMark): string => `TLP:${mark}`

/** Colours of a mark's label on black, by TLP 2.0. */
export const MARK_COLOURS: Readonly<Record<TlpMark, string>> = {
  RED: '#ff2b2b',
  'AMBER+STRICT': '#ffc000',
  AMBER: '#ffc000',
  GREEN: '#33ff00',
  CLEAR: '#ffffff',
}

/** Marks whose documents may leave by a link without an account. */
export const SHAREABLE_MARKS: readonly TlpMark[] = ['GREEN', 'CLEAR']

/** The parts of a briefing, in their usual order. */
export const SECTION_KEYS = [
  'bluf',
  'standing',
  'compare',
  'key-figures',
  'trend',
  'drivers',
  'directions',
  'incidents',
  'timeline',
  'measures',
  'reciprocity',
  'outlook',
  'certainty',
  'sources',
  'method',
] as const
export type SectionKey = (typeof SECTION_KEYS)[number]

/** Which parts a kind of briefing has unless somebody chooses others. */
export const SECTIONS_OF: Readonly<Record<BriefingKind, readonly SectionKey[]>> = {
  weekly: SECTION_KEYS.filter((key) => key !== 'standing' && key !== 'compare'),
  'round-up': ['bluf', 'standing', 'drivers', 'measures', 'outlook', 'certainty', 'sources', 'method'],
  special: SECTION_KEYS.filter((key) => key !== 'standing'),
}

/** The parts that stand once in a document, whatever its number of dyads; the others stand once for each. */
export const COMMON_SECTIONS: readonly SectionKey[] = ['standing', 'compare', 'sources', 'method']
