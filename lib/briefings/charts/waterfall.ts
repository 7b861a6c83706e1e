import { scaleLinear } from 'd3-scale'
import type { ChartWords } from '@/lib/briefings/model/chart'
import type { WaterfallModel, WaterfallStep } from '@/lib/charts/waterfall'
import { INK } from './ink'
import type { SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { filled, textAt } from './shapes'
import { fitText, textWidth } from './text-width'
import { scoreText, seriesName, signedText } from './words'

const ROW_HEIGHT = 26
const BAR_HEIGHT = 14
const TYPE = 11.5
/** Of the picture's width: what the labels may take up, as far as they need it. */
const LABEL_SHARE = 0.52
const GAP = 10
const LEAST_BAR = 1.5
const LEVEL_WIDTH = 5

const LOOKS: Readonly<Record<WaterfallStep['kind'], { fill: string; opacity: number }>> = {
  level: { fill: INK.ink, opacity: 1 },
  new: { fill: INK.muted, opacity: 0.85 },
  others: { fill: INK.muted, opacity: 0.6 },
  fading: { fill: INK.hatch, opacity: 1 },
}

const weightOf = ({ kind }: WaterfallStep) => (kind === 'level' ? 600 : 400)

const valueText = ({ kind, value }: WaterfallStep, words: ChartWords): string =>
  kind === 'level' ? scoreText(value, words) : signedText(value, words)

/** The steps from the close of the week before to the close of the week, one a row. They add up exactly. */
export function waterfallScene(model: WaterfallModel, words: ChartWords, size: SceneSize): Scene {
  const { steps, domain } = model
  const { width, height = steps.length * ROW_HEIGHT } = size
  const row = height / Math.max(1, steps.length)
  const bar = Math.min(BAR_HEIGHT, row * 0.6)
  const values = steps.map((step) => textWidth(valueText(step, words), TYPE, weightOf(step)))
  const labels = steps.map((step) => textWidth(seriesName(words, step.key, step.label), TYPE, weightOf(step)))
  const left = Math.min(Math.round(width * LABEL_SHARE), Math.ceil(Math.max(0, ...labels)) + GAP)
  const right = width - Math.ceil(Math.max(0, ...values)) - GAP
  const xOf = scaleLinear().domain(domain).range([left, right])
  const ground = filled({ x: left, y: 0, width: right - left, height }, INK.sunken, { name: 'plot' })
  const rows = steps.flatMap((step, index): SceneItem[] => {
    const { key, label, kind, from, to } = step
    const top = index * row
    const middle = top + row / 2
    const weight = weightOf(step)
    const [start, end] = [Math.min(xOf(from), xOf(to)), Math.max(xOf(from), xOf(to))]
    const box =
      kind === 'level'
        ? { x: start - LEVEL_WIDTH / 2, y: middle - bar / 2, width: LEVEL_WIDTH, height: bar }
        : { x: start, y: middle - bar / 2, width: Math.max(LEAST_BAR, end - start), height: bar }
    const text = fitText(seriesName(words, key, label), left - GAP, TYPE, weight)
    const type = { size: TYPE, weight, fill: INK.ink } as const
    const link: SceneItem = {
      kind: 'line',
      x1: xOf(to),
      x2: xOf(to),
      y1: middle + bar / 2,
      y2: middle + row - bar / 2,
      stroke: INK.lineStrong,
      strokeWidth: 1,
      name: `link:${key}`,
    }
    return [
      textAt(0, middle, text, { ...type, name: `label:${key}` }),
      filled(box, LOOKS[kind].fill, { opacity: LOOKS[kind].opacity, name: `step:${key}` }),
      ...(index < steps.length - 1 ? [link] : []),
      textAt(width, middle, valueText(step, words), { ...type, anchor: 'end', name: `value:${key}` }),
    ]
  })
  return { width, height, items: [ground, ...rows] }
}
