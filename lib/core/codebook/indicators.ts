import { CATEGORIES, type Category, isCategory, isPersistence, type Persistence } from '@/lib/core/codebook/categories'
import codebook from '@/lib/core/codebook/data/codebook.json'

/** One rung of one category's ladder. `rung` is −5..−1 (de-escalation) or 1..5. */
export interface Indicator {
  code: string
  category: Category
  prefix: string
  rung: number
  label: string
  anchor: string
  persistence: Persistence
  /** CAMEO event code. */
  cameo: string
  /** Goldstein's value of that event, −10..10; null where the scale has none. */
  goldstein: number | null
  /** PLOVER event, with its mode after a colon. */
  plover: string
  /** Where the worked case uses it; empty when it does not. */
  example: string
}

/** What each absolute rung means in every category. */
export interface ScaleStep {
  rung: number
  name: string
  text: string
}

function indicatorFrom(entry: (typeof codebook.entries)[number]): Indicator {
  const { category, persistence } = entry
  if (!isCategory(category)) throw new RangeError(`codebook entry ${entry.code}: unknown category "${category}"`)
  if (!isPersistence(persistence)) throw new RangeError(`codebook entry ${entry.code}: unknown "${persistence}"`)
  return {
    code: entry.code,
    category,
    prefix: entry.prefix,
    rung: entry.level,
    label: entry.label,
    anchor: entry.anchor,
    persistence,
    cameo: entry.cameo,
    goldstein: entry.goldstein,
    plover: entry.plover,
    example: entry.seedExample,
  }
}

function stepFrom([rung, sentence]: [string, string]): ScaleStep {
  const colon = sentence.indexOf(': ')
  return { rung: Number(rung), name: sentence.slice(0, colon), text: sentence.slice(colon + 2) }
}

export const CODEBOOK_VERSION: string = codebook.version

/** All eighty indicators, by category in `CATEGORIES` order, +1..+5 then −1..−5. */
export const INDICATORS: readonly Indicator[] = codebook.entries.map(indicatorFrom)

/** The scale that every category has to fit, rungs 1 to 5; a rung −n reverses or outweighs a rung +n. */
export const GENERIC_SCALE: readonly ScaleStep[] = Object.entries(codebook.generic).map(stepFrom)

const byCode = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]))

const ladders = new Map(
  CATEGORIES.map((category) => [
    category,
    INDICATORS.filter((indicator) => indicator.category === category).sort((a, b) => a.rung - b.rung),
  ]),
)

/** The indicator of a code such as `DIP+2`; undefined when the codebook has none. */
export const indicatorOf = (code: string): Indicator | undefined => byCode.get(code)

/** A category's ten indicators from −5 to +5. */
export const ladderOf = (category: Category): Indicator[] => [...(ladders.get(category) ?? [])]

/** The rungs next to a code on its ladder (there is no rung 0); undefined at an end, both for an unknown code. */
export function neighboursOf(code: string): { below: Indicator | undefined; above: Indicator | undefined } {
  const indicator = byCode.get(code)
  if (!indicator) return { below: undefined, above: undefined }
  const ladder = ladderOf(indicator.category)
  const at = ladder.indexOf(indicator)
  return { below: ladder[at - 1], above: ladder[at + 1] }
}
