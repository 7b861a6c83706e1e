import type { KeyFigure, Run, TableCell } from '@/lib/briefings/model/document'
import type { NativeChart } from './native-chart'

/** A paragraph of a slide. */
export interface SlideText {
  runs: readonly Run[]
  bullet: 'none' | 'dot' | { number: number }
}

/** What a slide shows below its title. */
export type SlideBody =
  | { kind: 'text'; paragraphs: readonly SlideText[]; points: number }
  | { kind: 'sources'; paragraphs: readonly SlideText[]; points: number }
  | { kind: 'figures'; items: readonly KeyFigure[] }
  | { kind: 'chart'; chart: NativeChart; alt: string; caption: readonly Run[]; source: string; name: string }
  | { kind: 'table'; table: SlideTable; caption: readonly Run[] }

/** A table that fits on its slide. Widths and heights in inches. */
export interface SlideTable {
  name: string
  columns: readonly { label: string; align: 'left' | 'right'; width: number }[]
  rows: readonly (readonly TableCell[])[]
  heights: readonly number[]
}

/** One slide: one message. */
export interface SlidePlan {
  /** What it is about, small above the title. */
  kicker: string
  title: readonly Run[]
  body: SlideBody
  /** Said under the slide: its sentences whole, one a line, as runs. */
  spoken: readonly (readonly Run[])[]
}

/** The text of some runs, numbers of sources left out. */
export const plainText = (runs: readonly Run[]): string =>
  runs
    .filter(({ note }) => note === undefined)
    .map(({ text }) => text)
    .join('')
