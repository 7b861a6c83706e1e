import { labelOf } from '@/components/incidents/form/field-errors'
import { dayOf, formatDay, formatDayRange, isRealDate, monthOf } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import { countryName } from '@/lib/countries'
import { MERGE_PARTS, type MergePart } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'

const PART_LABELS: Partial<Record<MergePart, string>> = { who: 'Who', when: 'When', answers: 'Answers' }

/** What a reader calls a part of an incident. */
export const partLabel = (part: MergePart): string => PART_LABELS[part] ?? labelOf(MERGE_PARTS[part][0])

const dayText = (iso: string): string => (isRealDate(iso) ? formatDay(dayOf(iso)) : iso)

function whenText(input: IncidentInput): string {
  const { date, dateEnd, dateEarliest, dateLatest, datePrecision, ongoing } = input
  const range = isRealDate(dateEarliest) && isRealDate(dateLatest)
  const between = range ? formatDayRange(dayOf(dateEarliest), dayOf(dateLatest)) : ''
  // The score’s uncertainty reads these whatever the precision says, so a change of them is told too.
  const bounds = datePrecision === 'interval' && range ? '' : boundsText(dateEarliest, dateLatest)
  const start = {
    day: dayText(date),
    month: `in ${isRealDate(date) ? monthOf(dayOf(date)) : date}, counted from ${dayText(date)}`,
    interval: `${between}, counted from ${dayText(date)}`,
    ongoing: `about ${dayText(date)}`,
  }[datePrecision]
  const until = ongoing ? ', still going on' : dateEnd ? `, until ${dayText(dateEnd)}` : ''
  return start + bounds + until
}

const boundsText = (earliest: string, latest: string): string =>
  `${earliest && `, not before ${dayText(earliest)}`}${latest && `, not after ${dayText(latest)}`}`

function whoText({ kind, actor, target, mutual, dyadId }: IncidentInput): string {
  const pair = target ? `${countryName(actor)} ${mutual ? '↔' : '→'} ${countryName(target)}` : countryName(actor)
  return kind === 'context' ? `Context on ${dyadId}: ${pair}` : pair
}

const sourceText = ({ outlet, date, url, quote, reliability }: IncidentInput['sources'][number]): string =>
  [`${outlet} (${reliability})`, dayText(date), url, quote && `“${quote}”`].filter(Boolean).join(', ')

/** A part of an incident in words; '' when there is nothing in it. */
export function partText(input: IncidentInput, part: MergePart): string {
  if (part === 'who') return whoText(input)
  if (part === 'when') return whenText(input)
  if (part === 'sources') return input.sources.map(sourceText).join('\n')
  if (part === 'tags') return input.tags.join(', ')
  if (part === 'code') return input.code ? `${input.code} ${indicatorOf(input.code)?.label ?? ''}`.trim() : ''
  if (part === 'answers') return input.respondsTo ? `${input.respondsTo} (${input.respondsBasis})` : ''
  return String(input[part])
}

/** The parts that a change of these fields touches, in the order of the form. */
export function partsOf(fields: readonly (keyof IncidentInput)[]): MergePart[] {
  const entries = Object.entries(MERGE_PARTS) as [MergePart, readonly (keyof IncidentInput)[]][]
  return entries.filter(([, members]) => members.some((field) => fields.includes(field))).map(([part]) => part)
}
