import type { Figure } from '@/lib/briefings/model/figures'
import { civilOf, dayOf } from '@/lib/core/calendar'
import { displayOf } from '@/lib/core/scoring'
import type { LanguagePack } from './language-pack'

const MINUS = '\u2212'
const NARROW_SPACE = '\u202f'

type Pack = Pick<
  LanguagePack,
  'language' | 'decimal' | 'months' | 'bands' | 'categories' | 'likelihoods' | 'confidences'
>

const decimal = (text: string, { decimal: mark }: Pack) => text.replace('.', mark)

/** One decimal, halves away from zero, a true minus: as on the desk, with the language's own decimal mark. */
function score(value: number, pack: Pack, sign: 'both' | 'minus' | 'none'): string {
  const shown = displayOf(value)
  const before = sign === 'none' || shown === 0 ? '' : shown < 0 ? MINUS : sign === 'both' ? '+' : ''
  return `${before}${decimal(Math.abs(shown).toFixed(1), pack)}`
}

/** Up to two decimals, trailing zeros dropped. */
function plain(value: number, pack: Pack): string {
  const text = decimal(String(Number(Math.abs(value).toFixed(2))), pack)
  return value < 0 && text !== '0' ? `${MINUS}${text}` : text
}

/** In per cent; next to none and next to all keep a decimal, so that a share is never written as 0 or 100 which it is not. */
function share(value: number, pack: Pack): string {
  const isEnd = (value > 0 && value < 0.01) || (value > 0.99 && value < 1)
  const text = decimal((value * 100).toFixed(isEnd ? 1 : 0), pack)
  return pack.language === 'ru' ? `${text}${NARROW_SPACE}%` : `${text}%`
}

const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE)

/** `6 July 2025`, `6 iyul 2025`, `6 июля 2025`. */
export function dayText(day: number, { months }: Pick<LanguagePack, 'months'>): string {
  const { year, month, date } = civilOf(day)
  return `${date} ${months[month - 1]} ${year}`
}

/** `30 June – 6 July 2025`; what both have in common is said once. */
export function daySpanText(first: number, last: number, pack: Pick<LanguagePack, 'months'>): string {
  if (first === last) return dayText(last, pack)
  const [a, b] = [civilOf(first), civilOf(last)]
  const month = pack.months[a.month - 1]
  const from = a.year !== b.year ? dayText(first, pack) : a.month === b.month ? String(a.date) : `${a.date} ${month}`
  return `${from} – ${dayText(last, pack)}`
}

function wordOf(value: string, { categories, likelihoods, confidences }: Pack): string {
  for (const words of [categories, likelihoods, confidences] as Readonly<Record<string, string>>[]) {
    if (Object.hasOwn(words, value)) return words[value]
  }
  return value
}

function numberText(value: number, unit: Figure['unit'], pack: Pack): string {
  switch (unit) {
    case 'score':
    case 'points':
      return score(value, pack, 'minus')
    case 'signed':
      return score(value, pack, 'both')
    case 'size':
      return score(Math.abs(value), pack, 'none')
    case 'share':
      return share(value, pack)
    case 'ratio':
      return plain(value, pack)
    default:
      return count(value)
  }
}

/** A figure as a language writes it, `–` where there is none. Texts of a briefing write every number through this. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>, pack: Pack): string {
  if (value === null) return '–'
  if (typeof value === 'number') return numberText(value, unit, pack)
  if (unit === 'day') return dayText(dayOf(value), pack)
  if (unit === 'band') return Object.hasOwn(pack.bands, value) ? Reflect.get(pack.bands, value) : value
  return unit === 'word' ? wordOf(value, pack) : value
}
