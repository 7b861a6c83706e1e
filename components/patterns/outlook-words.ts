import { MODEL_WORDS } from '@/lib/charts/fan'
import { formatDay, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { LEAST_PAST_WEEKS, WEEKS_AHEAD } from '@/lib/core/outlook'
import { LEAST_CHECKS } from '@/lib/patterns/verdict'
import type { OutlookVerdict, OutlookView } from '@/lib/patterns/views'

/** A mean error in score points: two decimals, for models often lie close together. */
export const crpsText = (crps: number): string => crps.toFixed(2)

/** What the models' scores come to, in a plain sentence. */
export function verdictWords(verdict: OutlookVerdict): string {
  switch (verdict.kind) {
    case 'too-short':
      return `Too short a record to forecast from: it takes ${LEAST_PAST_WEEKS} past changes of the close over ${WEEKS_AHEAD} weeks.`
    case 'too-few-checks':
      return `Too few forecasts could be checked to say which model does better: ${verdict.checks}, and it takes ${LEAST_CHECKS}.`
    case 'none-better':
      return 'No model beats persistence here: nobody would have done better by these models than by saying that the close stays where it is.'
    case 'better': {
      const [best, ...others] = verdict.models
      const also = others.map(({ model }) => MODEL_WORDS[model].name).join(' and ')
      const first = `${MODEL_WORDS[best.model].name} beat persistence so far: its mean error (CRPS) was ${crpsText(best.crps)} score points against ${crpsText(best.persistence)}, over ${best.n} forecasts.`
      return also === '' ? first : `${first} So did ${also}.`
    }
  }
}

/** From which week the forecast is, and what that means where the record was not kept up. */
export function originWords({ origin, stale }: OutlookView): string {
  if (!origin) return ''
  const week = `the close of ${weekIdOf(origin.weekStart)} (${formatDay(weekEndOf(origin.weekStart))})`
  if (!stale) return `From ${week}, the last week that is over and covered.`
  return `From ${week}, the last week that was covered. The four weeks after it are past and nobody checked them: this is not a forecast from today.`
}
