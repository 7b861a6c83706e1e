import type { ChartWords } from '@/lib/briefings/model/chart'
import type { TimeTick } from '@/lib/charts/axis'
import { civilOf } from '@/lib/core/calendar'
import { formatScore, formatSigned } from '@/lib/format'

type Decimal = Pick<ChartWords, 'decimal'>

/** A score with the document's decimal mark. */
export const scoreText = (score: number, { decimal }: Decimal): string => formatScore(score).replace('.', decimal)

/** A change with its sign. */
export const signedText = (change: number, { decimal }: Decimal): string => formatSigned(change).replace('.', decimal)

/** A figure beside a tick, as short as it is. */
export const tickText = (score: number, { decimal }: Decimal): string =>
  `${score < 0 ? '−' : ''}${Math.abs(score)}`.replace('.', decimal)

/** What a line, an area or a step is called. */
export const seriesName = ({ series }: Pick<ChartWords, 'series'>, key: string, label: string): string =>
  Object.hasOwn(series, key) ? series[key] : label

/** A band's name. */
export const bandName = ({ bands }: Pick<ChartWords, 'bands'>, name: string): string =>
  Object.hasOwn(bands, name) ? bands[name] : name

const ISO_WEEK = /W\d\d$/

/** Ticks with the document's months; ISO weeks and counted weeks are the same in every language. */
export function ticksIn<Tick extends TimeTick>(ticks: readonly Tick[], { months }: Pick<ChartWords, 'months'>): Tick[] {
  return ticks.map((tick, index) => {
    if (ISO_WEEK.test(tick.label)) return tick
    const { year, month } = civilOf(tick.day)
    const name = months[month - 1]
    return { ...tick, label: index === 0 || month === 1 ? `${name} ${year}` : name }
  })
}
