import { pairName } from '@/components/watch/condition-words'
import type { Figure } from '@/lib/briefings/model/figures'
import { codesOf, isDyadId } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'

/** Names of figures by the last parts of their ids; `*` stands for a number or a name that is said after. */
const NAMES: Readonly<Record<string, string>> = {
  week: 'Week',
  close: 'Weekly close',
  band: 'Band of the close',
  high: 'High of the week',
  'high.day': 'Day of the high',
  points: 'Points on the last day',
  escalatory: 'Points that escalate',
  relief: 'Points that ease',
  asymmetry: 'Asymmetry',
  breadth: 'Categories that carry the pressure',
  peak: 'Highest weekly close shown',
  'peak.week': 'Week of the highest close',
  began: 'First week of the record',
  'shown.from': 'First week shown',
  'record.since': 'Highest since',
  'lastCovered.week': 'Last checked week',
  'lastCovered.close': 'Last checked close',
  'lastCovered.band': 'Band of the last checked close',
  uncheckedAfter: 'Weeks not checked after',
  share: 'Share of the leading category in what was added',
  'share.category': 'Leading category of what was added',
  'data.low': 'Data interval, low end',
  'data.median': 'Data interval, median',
  'data.high': 'Data interval, high end',
  'data.width': 'Width of the data interval',
  'full.low': 'Interval of data and method, low end',
  'full.median': 'Interval of data and method, median',
  'full.high': 'Interval of data and method, high end',
  confidence: 'Confidence',
  quality: 'Share of points that are well verified',
  uncovered: 'Weeks not checked before',
  lastDay: 'Last day told of',
  measures: 'Measures that stand',
  window: 'Days in which an answer counts',
  'incidents.more': 'Incidents not listed',
  asOf: 'Day of the record',
  time: 'Time of the record, UTC',
  from: 'First week told of',
  weeks: 'Weeks told of',
  dyads: 'Dyads',
  up: 'Dyads that rose',
  down: 'Dyads that fell',
  unchecked: 'Dyads not checked',
  draws: 'Draws',
  seed: 'Seed of the draws',
}

const SPANS: Readonly<Record<string, string>> = {
  week: 'on the week',
  period: 'over the period',
  fourWeeks: 'on four weeks',
}
const OF_SPAN: Readonly<Record<string, string>> = {
  change: 'Change',
  size: 'Size of the change',
  before: 'Close before, of the change',
  'before.band': 'Band before, of the change',
  'before.week': 'Week before, of the change',
  added: 'Added by new incidents',
  faded: 'Lost by fading',
  incidents: 'New incidents',
}
const OF_INCIDENT: Readonly<Record<string, string>> = {
  day: 'Day',
  code: 'Indicator',
  grade: 'Source grade',
  points: 'Points on the last day',
  contribution: 'Part of the close',
  part: 'Part of the change',
  lag: 'Days after what it answers',
}
const OF_SIGNAL: Readonly<Record<string, string>> = {
  week: 'Week',
  z: 'Robust deviations',
  change: 'Change',
  before: 'Level before',
  after: 'Level from then on',
  category: 'Category',
}
const OF_RATE: Readonly<Record<string, string>> = {
  moves: 'Moves',
  answered: 'Moves that were followed',
  base: 'Followed by chance',
}

/** Each family of figures by its first part; what follows is its number, name or member. */
const FAMILIES: Readonly<Record<string, (rest: string[], sides: string[]) => string>> = {
  category: ([name]) => `Part of ${name} incidents`,
  standing: ([name]) => `First day of ${name} or above`,
  atOrAbove: ([name, word]) => `Likelihood of ${name} or above${word ? ', in words' : ''}`,
  fall: ([nth, what]) => `Fall by fading alone, step ${nth}: ${what === 'days' ? 'days ahead' : what}`,
  cost: ([, what]) =>
    what === 'band'
      ? 'Band above'
      : what === 'points'
        ? 'Points to the band above'
        : `Fresh incidents of ${what.replace('rung', 'rung ')} to the band above`,
  signal: ([nth, what]) => `Signal ${nth}: ${(OF_SIGNAL[what] ?? what).toLowerCase()}`,
  incident: (rest) => `${OF_INCIDENT[rest.at(-1) ?? ''] ?? rest.at(-1)} of ${rest.slice(0, -1).join('.')}`,
  answers: ([side, what], [first, second]) => {
    const [mover, answerer] = side === 'forward' ? [first, second] : [second, first]
    return `${OF_RATE[what] ?? what}: ${mover}, followed by ${answerer}`
  },
  annotation: ([, what]) => (what === 'to' ? 'Last day of an annotation' : 'Day of an annotation'),
  context: () => 'Day of an act by a third country',
  forward: (_, [first, second]) => `Part of what ${first} does to ${second}`,
  backward: (_, [first, second]) => `Part of what ${second} does to ${first}`,
}

function nameWithin(parts: string[], sides: string[]): string {
  const [head, ...rest] = parts
  const whole = parts.join('.')
  if (Object.hasOwn(NAMES, whole)) return NAMES[whole]
  if (Object.hasOwn(SPANS, head) && Object.hasOwn(OF_SPAN, rest.join('.')))
    return `${OF_SPAN[rest.join('.')]} ${SPANS[head]}`
  if (Object.hasOwn(FAMILIES, head)) return FAMILIES[head](rest, sides)
  return whole
}

/** What a figure is, in words: `Weekly close, Azerbaijan – Russia`. An id of no known kind is its own name. */
export function figureName(id: string): string {
  if (id.startsWith('method.')) {
    // `method.0.1.band.Calm`: a version has a dot of its own.
    const known = /^method\.(.+?)\.(id|hash|base|anchor|band|halfLife)(?:\.(\w+))?$/.exec(id)
    if (!known) return id
    const [, version, what, name] = known
    return `${what === 'band' ? `Lower end of ${name}` : what === 'halfLife' ? `Half-life, ${name}` : what} of method ${version}`
  }
  const [subject, ...parts] = id.split('.')
  if (subject === 'briefing') return nameWithin(parts, [])
  if (!isDyadId(subject)) return id
  return `${nameWithin(parts, codesOf(subject).map(countryName))}, ${pairName(subject)}`
}

/** A figure to the last digit that there is; null where there is none. */
export function exactValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return value
  const text = String(value).replace('-', '\u2212')
  return unit === 'share' ? `${text} (${(value * 100).toFixed(1)}\u202f%)` : text
}
