import { dayOf, isoOf, isRealDate, monthEndOf, monthOf, monthStartOf } from '@/lib/core/calendar'
import type { IncidentInput } from '@/lib/incidents/schema'

/** A source as it is typed. */
export interface SourceValues {
  outlet: string
  date: string
  url: string
  quote: string
  reliability: string
}

/** Everything the incident form holds, as typed: text that may be wrong or missing, never a parsed value. */
export interface FormValues {
  kind: IncidentInput['kind']
  dyadId: string
  actor: string
  target: string
  mutual: boolean
  datePrecision: IncidentInput['datePrecision']
  /** `YYYY-MM`; only while the precision is a month. */
  month: string
  date: string
  dateEarliest: string
  dateLatest: string
  dateEnd: string
  ongoing: boolean
  dateBasis: string
  code: string
  credibility: string
  confidence: string
  actorType: string
  location: string
  title: string
  summary: string
  note: string
  /** Separated by commas. */
  tags: string
  sources: SourceValues[]
  respondsTo: string
  respondsBasis: IncidentInput['respondsBasis']
  /** Why an incident is changed; not part of the incident. */
  reason: string
}

/** The incident that the form describes, for `incidentSchema` to judge. Dates that the precision does not use are left out. */
export function inputOf(values: FormValues): Record<keyof IncidentInput, unknown> {
  const { month, reason, tags, credibility, sources, ...rest } = values
  const exact = values.datePrecision === 'day'
  return {
    ...rest,
    dyadId: values.kind === 'context' ? values.dyadId : '',
    mutual: values.kind === 'incident' && values.mutual,
    dateEarliest: exact ? '' : values.dateEarliest,
    dateLatest: exact ? '' : values.dateLatest,
    credibility: /^[1-6]$/.test(credibility) ? Number(credibility) : undefined,
    tags: tagsOf(tags),
    sources: sources.map((source) => ({ ...source })),
    respondsBasis: values.respondsTo === '' ? '' : values.respondsBasis,
  }
}

/** An incident as the form shows it for editing. */
export function valuesOf(input: IncidentInput, reason = ''): FormValues {
  const { credibility, tags, sources, ...rest } = input
  return {
    ...rest,
    month: input.datePrecision === 'month' ? monthOf(dayOf(input.date)) : '',
    credibility: String(credibility),
    tags: tags.join(', '),
    sources: sources.map((source) => ({ ...source })),
    reason,
  }
}

/** Tags from what was typed between commas; empty ones and repetitions are dropped. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim())
  return [...new Set(tags)].filter((tag) => tag !== '')
}

/** The day in the middle of two dates, rounded down (SCORING.md 2.5); '' while they are not two days in order. */
export function midpointOf(earliest: string, latest: string): string {
  if (!isRealDate(earliest) || !isRealDate(latest) || latest < earliest) return ''
  return isoOf(Math.floor((dayOf(earliest) + dayOf(latest)) / 2))
}

type When = Pick<FormValues, 'datePrecision' | 'month' | 'date' | 'dateEarliest' | 'dateLatest'>

/**
 * The dates after the coder changed some of them: a month gives its first and last day (none after `today`), and an interval
 * proposes its midpoint as the day that counts, as long as the coder has not set another.
 */
export function whenChanged(before: When, change: Partial<When>, today: string): When {
  const after = { ...before, ...change }
  if (change.datePrecision !== undefined) return withPrecision(after, before, today)
  if (change.month !== undefined) return proposed({ ...after, ...monthInterval(after.month, today) }, before)
  return change.dateEarliest === undefined && change.dateLatest === undefined ? after : proposed(after, before)
}

function withPrecision(after: When, before: When, today: string): When {
  if (after.datePrecision === 'month') {
    const month = isRealDate(after.date) ? after.date.slice(0, 7) : after.month
    return proposed({ ...after, month, ...monthInterval(month, today) }, before)
  }
  const keepsInterval = after.datePrecision === 'interval' && after.dateEarliest !== ''
  const day = isRealDate(after.date) ? after.date : ''
  return keepsInterval ? after : { ...after, dateEarliest: day, dateLatest: day }
}

function monthInterval(month: string, today: string): Pick<When, 'dateEarliest' | 'dateLatest'> {
  const first = `${month}-01`
  if (!isRealDate(first)) return { dateEarliest: '', dateLatest: '' }
  const last = isoOf(monthEndOf(dayOf(first)))
  return { dateEarliest: isoOf(monthStartOf(dayOf(first))), dateLatest: last > today && first <= today ? today : last }
}

function proposed(after: When, before: When): When {
  const earlier = midpointOf(before.dateEarliest, before.dateLatest)
  const untouched = before.date === '' || before.date === earlier || !inside(after)
  const date = untouched ? midpointOf(after.dateEarliest, after.dateLatest) || after.date : after.date
  return { ...after, date }
}

const inside = ({ date, dateEarliest, dateLatest }: When) => dateEarliest <= date && date <= dateLatest
