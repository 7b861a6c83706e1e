import type { DyadOutlook } from '@/lib/compute/tasks'
import type { OutlookVerdict } from './views'

/** Checked forecasts of a model below which its score is hearsay: eight origins, each with four weeks ahead. */
export const LEAST_CHECKS = 32

/** A gain below half of what a score is displayed to is none that anybody could see, in score points. */
const LEAST_GAIN = 0.05

/**
 * What the rolling scores of the models come to: whether any has a mean CRPS that is visibly lower than that of persistence over
 * the weeks for which both have a forecast.
 */
export function verdictOf({ forecasts, evaluation }: DyadOutlook): OutlookVerdict {
  if (!forecasts.some(({ model }) => model === 'persistence')) return { kind: 'too-short' }
  const compared = evaluation.flatMap(({ model, comparison }) => (comparison ? [{ model, ...comparison }] : []))
  const checks = compared.reduce((most, { n }) => Math.max(most, n), 0)
  const judged = compared.filter(({ n }) => n >= LEAST_CHECKS)
  if (judged.length === 0) return { kind: 'too-few-checks', checks }
  const better = judged.filter(({ crps, persistence }) => persistence - crps >= LEAST_GAIN)
  if (better.length === 0) return { kind: 'none-better', checks }
  const gain = ({ crps, persistence }: (typeof better)[number]) => crps / persistence
  return { kind: 'better', models: better.sort((a, b) => gain(a) - gain(b)) }
}
