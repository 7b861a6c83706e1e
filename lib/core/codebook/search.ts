import { CATEGORY_LABELS } from '@/lib/core/codebook/categories'
import { INDICATORS, type Indicator } from '@/lib/core/codebook/indicators'
import { foldText } from '@/lib/core/text'

/** How much a hit in each field weighs; a code outweighs any number of words in an anchor. */
const WEIGHTS = { code: 100, exactCode: 1000, prefix: 20, label: 10, category: 6, anchor: 1 } as const

interface Entry {
  indicator: Indicator
  code: string
  /** The code without its sign, `dip2`. */
  plainCode: string
  prefix: string
  label: string[]
  category: string[]
  anchor: string[]
}

const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

const entries: Entry[] = INDICATORS.map((indicator) => {
  const code = indicator.code.toLowerCase()
  return {
    indicator,
    code,
    plainCode: code.replace(/[+-]/, ''),
    prefix: indicator.prefix.toLowerCase(),
    label: wordsOf(indicator.label),
    category: wordsOf(CATEGORY_LABELS[indicator.category]),
    anchor: wordsOf(indicator.anchor),
  }
})

/** What one typed word is worth against one entry; 0 when it matches nowhere. A whole word beats a beginning. */
function weightOf(word: string, entry: Entry): number {
  if (word === entry.code || word === entry.plainCode) return WEIGHTS.exactCode
  if (word.length > entry.prefix.length && entry.code.startsWith(word)) return WEIGHTS.code
  if (/^[+-][1-5]$/.test(word)) return entry.code.endsWith(word) ? WEIGHTS.code : 0
  let best = word === entry.prefix ? WEIGHTS.prefix : 0
  for (const field of ['label', 'category', 'anchor'] as const) {
    for (const candidate of entry[field]) {
      if (!candidate.startsWith(word)) continue
      best = Math.max(best, WEIGHTS[field] + (candidate === word ? 0.5 : 0))
    }
  }
  return best
}

/** Splits what was typed into code-like words (signs kept) and plain words. */
function queryWords(text: string): string[] {
  const cleaned = foldText(text).replace(/[\u2212\u2013]/g, '-')
  return cleaned.match(/\p{L}+[+-](?!\p{L})\p{N}?|[+-]\p{N}|[\p{L}\p{N}]+/gu) ?? []
}

/**
 * Indicators that match every typed word, best first: by code (`DIP+2`, `dip2`, `dip+`, `+5`) or by the beginnings of
 * words in code, label, anchor and category (`med arr`). Case and accents do not matter. Empty text gives all.
 */
export function searchIndicators(text: string): Indicator[] {
  const words = queryWords(text)
  if (words.length === 0) return text.trim() === '' ? [...INDICATORS] : []
  const found: { indicator: Indicator; weight: number }[] = []
  for (const entry of entries) {
    const weights = words.map((word) => weightOf(word, entry))
    if (weights.every((weight) => weight > 0)) {
      found.push({ indicator: entry.indicator, weight: weights.reduce((sum, weight) => sum + weight, 0) })
    }
  }
  return found.sort((a, b) => b.weight - a.weight).map(({ indicator }) => indicator)
}

/** The codes in whose label some word begins with a typed word. Case and accents do not matter. */
export function codesCalled(word: string): string[] {
  const [beginning] = wordsOf(word)
  if (beginning === undefined) return []
  return entries
    .filter(({ label }) => label.some((candidate) => candidate.startsWith(beginning)))
    .map(({ indicator }) => indicator.code)
}
