import { weekIdOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, displayOf, type MethodParameters } from '@/lib/core/scoring'
import { countryName } from '@/lib/countries'
import type { ClosePair } from './overview-read'

const number = (value: number) => displayOf(Math.abs(value)).toFixed(1)

/** Signed with a true minus, as pages write scores. */
const score = (value: number) => (displayOf(value) < 0 ? `−${number(value)}` : number(value))

/**
 * One sentence on the week: the dyad that moved most, by how much and where to. Null where no dyad was checked.
 * The change is that of the displayed closes, so that the sentence and the table agree. Bands are by each dyad's own method.
 */
export function overviewSentence(
  pairs: ClosePair[],
  weekStart: number,
  parametersOf: (pair: ClosePair) => MethodParameters,
): string | null {
  const moved = pairs.filter((pair) => pair.before !== null)
  const change = (pair: ClosePair) => pair.close - (pair.before ?? pair.close)
  const most = moved.sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.dyadId < b.dyadId ? -1 : 1))[0]
  if (!most) return null
  const name = codesOf(most.dyadId).map(countryName).join('–')
  const level = `${score(most.close)} (${bandOfScore(most.close, parametersOf(most)).name})`
  if (displayOf(change(most)) === 0) return `No dyad moved in ${weekIdOf(weekStart)}; ${name} stands at ${level}.`
  const verb = change(most) > 0 ? 'rose' : 'fell'
  const record = most.isRecord ? ', its highest weekly close on record' : ''
  return `${name} ${verb} ${number(change(most))} to ${level}${record}.`
}
