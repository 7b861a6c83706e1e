/** How a figure is counted, which says how it is written. */
export type FigureUnit =
  /** −100…100, one decimal. */
  | 'score'
  /** A change or a part of a score, with its sign. */
  | 'signed'
  /** The same without its sign: the size of a change. */
  | 'size'
  /** Points of the score, one decimal. */
  | 'points'
  /** 0…1, written in per cent. */
  | 'share'
  /** A ratio such as a lift, one decimal. */
  | 'ratio'
  | 'count'
  /** Whole days. */
  | 'days'
  /** `2025-07-06`. */
  | 'day'
  /** `2025-W27`. */
  | 'week'
  /** Name of a band in English, as the method has it. */
  | 'band'
  /** Id of an incident, written as its title. */
  | 'incident'
  /** A name out of a fixed list that each language has its own words for, such as a likelihood. */
  | 'word'

/** One figure of a briefing. Unrounded; whoever writes it rounds. */
export interface Figure {
  /** Unique within the briefing: `AZE-RUS.close`, `AZE-RUS.driver.1.part`. */
  id: string
  value: number | string | null
  unit: FigureUnit
  /** Section of SCORING.md that defines it; null for what is only counted or read. */
  formula: string | null
  /** Ids of the incidents that it rests on most, `AZE-RUS/RA-010`. */
  incidents: string[]
}

/** Figures by id, in the order in which they were made. */
export type Figures = Record<string, Figure>
