import {
  CATEGORIES,
  CATEGORY_LABELS,
  CONFIDENCES,
  CREDIBILITY_GRADES,
  PERSISTENCES,
  RELIABILITY_GRADES,
} from '@/lib/core/codebook'
import { type BandLimits, PARAMETER_NOTES, type ParameterNote } from '@/lib/core/scoring'

/** One number of the method that can be set. `path` is its place in `MethodParameters`, such as `halfLife.short`. */
export interface ParameterField {
  path: string
  /** What it is called under the heading of its group. */
  label: string
  /** What it is called by itself. */
  name: string
  symbol: string
  /** What follows the number where it is told in words; empty for a bare ratio or share. */
  unit: string
  /** The least that is allowed; with `above` it has to be more than that. */
  least: number
  above?: boolean
  most: number
  /** How `most` is said, where its digits say little. */
  mostInWords?: string
  whole?: boolean
  /** One decimal at most. */
  displayed?: boolean
}

/** Fields that belong together, under a heading. */
export interface ParameterGroup {
  id: string
  title: string
  note: string
  fields: readonly ParameterField[]
}

type Bounds = Omit<ParameterField, 'path' | 'label' | 'name' | 'symbol' | 'unit'>

const DAYS: Bounds = { least: 1, most: 3650 }
const SHARE: Bounds = { least: 0, most: 1 }
const WEIGHT: Bounds = { least: 0, most: 5 }
/** Beyond two thirds a rung would be less likely right than each of its neighbours, and the coding say nothing. */
const CHANCE: Bounds = { least: 0, most: 2 / 3, mostInWords: 'two thirds' }
const SCORE: Bounds = { least: -99.9, most: 99.9, displayed: true }

function noteOf(key: string): ParameterNote {
  const note = PARAMETER_NOTES.find((one) => one.key === key)
  if (!note) throw new Error(`The parameter ${key} is not described.`)
  return note
}

/** A parameter that is one number, called as it is described. */
function single(path: string, unit: string, bounds: Bounds): ParameterField {
  const { name, symbol } = noteOf(path)
  return { path, label: name, name, symbol, unit, ...bounds }
}

/** One number of a table of them; `called` is its name where it stands by itself. */
const part = (key: string, name: string | number, label: string, called: string, bounds: Bounds): ParameterField => ({
  path: `${key}.${name}`,
  label,
  name: called,
  symbol: noteOf(key).symbol,
  unit: '',
  ...bounds,
})

const BAND_LABELS: Readonly<Record<keyof BandLimits, string>> = {
  cooperative: 'Cooperative up to',
  strained: 'Strained from',
  tense: 'Tense from',
  severe: 'Severe from',
  crisis: 'Crisis from',
  rupture: 'Rupture from',
}
/** The names of the band limits in rising order. */
export const BAND_LIMIT_NAMES = Object.keys(BAND_LABELS) as (keyof BandLimits)[]

/** Every number of the method that can be set, in the order in which a form asks for it. */
export const PARAMETER_GROUPS: readonly ParameterGroup[] = [
  {
    id: 'scale',
    title: 'Scale',
    note: 'How much a rung is worth, and how many grave incidents make 50.',
    fields: [
      single('base', '', { least: 1, above: true, most: 4 }),
      single('anchor', 'incidents', { least: 0.01, most: 20 }),
    ],
  },
  {
    id: 'fading',
    title: 'Half-lives',
    note: 'Days after which points count half.',
    fields: PERSISTENCES.map((name) => single(`halfLife.${name}`, 'days', DAYS)),
  },
  {
    id: 'relief',
    title: 'Relief and hold cap',
    note: 'What easing is worth beside pressure, and how long a lasting incident keeps its full points.',
    fields: [single('relief', '', SHARE), single('holdCap', 'days', { ...DAYS, whole: true })],
  },
  {
    id: 'weight',
    title: 'Category weights',
    note: noteOf('weight').meaning,
    fields: CATEGORIES.map((name) => part('weight', name, CATEGORY_LABELS[name], `Weight: ${name}`, WEIGHT)),
  },
  {
    id: 'reliability',
    title: 'Reliability of the source',
    note: noteOf('reliability').meaning,
    fields: RELIABILITY_GRADES.map(({ grade, label }) =>
      part('reliability', grade, `${grade}, ${label.toLowerCase()}`, `Reliability ${grade}`, SHARE),
    ),
  },
  {
    id: 'credibility',
    title: 'Credibility of the information',
    note: noteOf('credibility').meaning,
    fields: CREDIBILITY_GRADES.map(({ grade, label }) =>
      part('credibility', grade, `${grade}, ${label.toLowerCase()}`, `Credibility ${grade}`, SHARE),
    ),
  },
  {
    id: 'bandLimits',
    title: 'Band limits',
    note: 'Displayed scores at which the bands meet. They change no score, only the word for it.',
    fields: BAND_LIMIT_NAMES.map((name) =>
      part('bandLimits', name, BAND_LABELS[name], `Band limit: ${BAND_LABELS[name]}`, SCORE),
    ),
  },
  {
    id: 'rungError',
    title: 'Rung error',
    note: noteOf('rungError').meaning,
    fields: CONFIDENCES.map((name) =>
      part('rungError', name, `Confidence ${name}`, `Rung error: ${name} confidence`, CHANCE),
    ),
  },
]

/** The same in one list. */
export const PARAMETER_FIELDS: readonly ParameterField[] = PARAMETER_GROUPS.flatMap(({ fields }) => fields)

/** What stands under a path of any object, such as `halfLife.short`; undefined where nothing does. */
export const valueAt = (object: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }, object)

/**
 * The number of some parameters at a path.
 * @throws RangeError where the path names none.
 */
export function numberAt(parameters: object, path: string): number {
  const value = valueAt(parameters, path)
  if (typeof value !== 'number') throw new RangeError(`no parameter stands at ${path}`)
  return value
}
