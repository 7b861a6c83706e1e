import type { CompareModel } from '@/lib/charts/compare'
import type { DirectionModel, StackModel } from '@/lib/charts/contributions'
import type { LinesModel } from '@/lib/charts/lines'
import type { TrendModel } from '@/lib/charts/trend'
import type { WaterfallModel } from '@/lib/charts/waterfall'

/**
 * A chart in a document: the model that the screen draws, too, and the words in the document's language that the picture itself holds. Days
 * and scores lie where the model says; a renderer of documents must not compute any.
 */
export type DocumentChart =
  | { kind: 'trend'; model: TrendModel /** Monday of the week told of. */; shownWeek: number; words: ChartWords }
  | { kind: 'stack'; model: StackModel; shownWeek: number; words: ChartWords }
  | { kind: 'direction'; model: DirectionModel; shownWeek: number; words: ChartWords }
  | { kind: 'waterfall'; model: WaterfallModel; words: ChartWords }
  | {
      kind: 'lines'
      model: LinesModel /** A day that is marked, with its word. */
      mark: { day: number; label: string } | null
      words: ChartWords
    }
  | { kind: 'compare'; model: CompareModel; words: ChartWords }

/** What a picture of a chart says in the document's language. */
export interface ChartWords {
  /** Names of the bands by their English ones. */
  bands: Record<string, string>
  /** Names of the categories. */
  categories: Record<string, string>
  /** Twelve short names of months. */
  months: readonly string[]
  notChecked: string
  /** What each line, area or step is called, by its key in the model; the model's own label where it is left out. */
  series: Record<string, string>
  /** The decimal mark. */
  decimal: '.' | ','
}
