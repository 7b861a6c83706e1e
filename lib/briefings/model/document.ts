import type { DocumentChart } from './chart'
import type { BriefingKind, Language, SectionKey, TlpMark } from './terms'

/**
 * A briefing as every format shows it: parts, blocks and sentences in one language. Plain JSON; a renderer adds only the look of its format
 * and takes nothing from anywhere else.
 */
export interface BriefingDocument {
  kind: BriefingKind
  language: Language
  title: string
  /** `30 June – 6 July 2025`. */
  subtitle: string
  mark: TlpMark
  team: DocumentTeam
  /** The moment as of which the record is, ISO 8601, and how the document says so. */
  asOf: string
  asOfText: string
  /** The line at the foot of every page: product, method with hash, moment. */
  provenance: string
  sections: DocumentSection[]
  /** Numbered sources; runs and cells name them by number. */
  notes: DocumentNote[]
  /** Words of the document's own language that renderers need: `Page`, `of`, `Contents`… */
  words: DocumentWords
}

/** How a team wants its documents to look. */
export interface DocumentTeam {
  name: string
  footer: string
  /** PNG, base64; null without one. */
  logo: { png: string; width: number; height: number } | null
}

export interface DocumentWords {
  page: string
  of: string
  contents: string
  sources: string
  /** `Edited by` before an analyst's name. */
  editedBy: string
  table: string
  chart: string
  note: string
}

export interface DocumentSection {
  /** Unique in the document: `trend`, `AZE-RUS.trend`. */
  id: string
  key: SectionKey
  /** Null in a part that stands once for all dyads. */
  dyadId: string | null
  title: string
  /** Those with 1 begin a chapter (a dyad, an annex); bookmarks and headings follow it. */
  level: 1 | 2
  blocks: Block[]
}

export type Block =
  | { kind: 'lead'; sentences: Sentence[] }
  | { kind: 'paragraph'; sentences: Sentence[] }
  | { kind: 'list'; ordered: boolean; items: Sentence[][] }
  | { kind: 'figures'; items: KeyFigure[] }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'chart'; picture: DocumentPicture }
  | { kind: 'notes' }

/** A figure that stands large by itself. */
export interface KeyFigure {
  label: string
  value: Run[]
  /** A line below it. */
  note: Run[]
  /** Its band, in English as the palette names it, where the value is a score. */
  band: string | null
}

/** A sentence with what it rests on. */
export interface Sentence {
  /** Unique in the document, and the same after the data is refreshed: edits hang on it. */
  key: string
  runs: Run[]
  /** Ids of the figures in it, in order; also those an edited one was written from. */
  figures: string[]
  /** `AZE-RUS/RA-010` of the incidents it rests on. */
  incidents: string[]
  by: SentenceAuthor
}

/** The rules wrote it, or somebody changed it: then what the rules would say, and which numbers in it are none of its figures any more. */
export type SentenceAuthor =
  | { kind: 'rules' }
  | { kind: 'edited'; name: string; at: string; rules: Run[]; unmatched: string[] }

/** A stretch of text. `figure` is the id of the figure that it writes out; `note` the number of a source, written raised. */
export interface Run {
  text: string
  strong?: true
  figure?: string
  note?: number
  /** Somebody typed it: it is shown as it is, and its numbers are no figures. */
  typed?: true
  /** The title of the incident of this key, typed by somebody; goes to the incident, where a format can do that. */
  incident?: string
}

export interface DocumentTable {
  caption: string
  columns: { label: string; align: 'left' | 'right' /** Share of the width. */; width: number }[]
  rows: TableCell[][]
}

export interface TableCell {
  runs: Run[]
  /** Name of the band whose colour the cell is marked with. */
  band?: string
}

/** A chart with its words. */
export interface DocumentPicture {
  id: string
  title: string
  /** What it says, in one line. */
  reading: string
  /** For those who do not see it. */
  alt: string
  source: string
  chart: DocumentChart
}

/** A numbered source. */
export interface DocumentNote {
  number: number
  outlet: string
  /** Date as the source gives it; '' without one. */
  date: string
  url: string | null
  quote: string
  /** The incidents that name it. */
  incidents: string[]
  reliability: string
}
