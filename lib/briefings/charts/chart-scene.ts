import type { DocumentChart } from '@/lib/briefings/model/chart'
import { compareScene } from './compare'
import { directionScene } from './direction'
import { linesScene } from './lines'
import type { SceneSize } from './plot'
import type { Scene } from './scene'
import { stackScene } from './stack'
import { trendScene } from './trend'
import { waterfallScene } from './waterfall'

/** A chart of a document as shapes and texts in their places: pure, the same for the same chart. O(points). */
export function chartScene(chart: DocumentChart, size: SceneSize): Scene {
  switch (chart.kind) {
    case 'trend':
      return trendScene(chart.model, chart.shownWeek, chart.words, size)
    case 'stack':
      return stackScene(chart.model, chart.shownWeek, chart.words, size)
    case 'direction':
      return directionScene(chart.model, chart.shownWeek, chart.words, size)
    case 'waterfall':
      return waterfallScene(chart.model, chart.words, size)
    case 'lines':
      return linesScene(chart.model, chart.mark, chart.words, size)
    case 'compare':
      return compareScene(chart.model, chart.words, size)
  }
}
