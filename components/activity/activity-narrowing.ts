import { KIND_WORDS } from '@/components/activity/activity-words'
import { filterChips } from '@/components/incidents/list/filter-words'
import { activityFilterSchema } from '@/lib/activity/filter'
import type { ActivityEntry } from '@/lib/activity/views'
import { dayOf, formatDay, isRealDate } from '@/lib/core/calendar'
import { filterSchema } from '@/lib/incidents/filter'

type Detail = ActivityEntry['detail']
type People = ActivityEntry['people']

/** A filter of incidents in words; its dyad stands beside them. */
function incidentWords(detail: unknown, people: People): string[] {
  const { data } = filterSchema.safeParse(detail)
  const authors = Object.entries(people).map(([id, name]) => ({ id, name }))
  return data ? filterChips({ ...data, dyad: undefined }, authors).map(({ words }) => words) : []
}

function logWords(detail: Detail, people: People): string[] {
  const { person, kind, dyad, from, to } = activityFilterSchema.parse(detail)
  const words = [
    person && (person === 'none' ? 'what nobody signed in did' : `what ${people[person] ?? 'an unknown account'} did`),
    kind && KIND_WORDS[kind].toLowerCase(),
    dyad,
    from && `from ${formatDay(dayOf(from))}`,
    to && `until ${formatDay(dayOf(to))}`,
  ]
  return words.filter((word) => word !== undefined)
}

/** How a dyad's series or its vintages were read. */
function seriesWords({ grain, range, asOf, method, unreviewed }: Detail): string[] {
  const day = typeof asOf === 'string' ? asOf.slice(0, 10) : ''
  const words = [
    grain && (grain === 'day' ? 'by day' : 'by week'),
    range && (range === 'all' ? 'whole' : `${range} weeks`),
    isRealDate(day) && `as of ${formatDay(dayOf(day))}`,
    method && (method === 'now' ? 'by the method of now' : 'by the method of then'),
    unreviewed && 'with unreviewed work',
  ]
  return words.filter((word) => typeof word === 'string')
}

/** What an export or a bulk approval was narrowed to: `Media, from 1 Jan 2025`. '' where nothing narrowed it. */
export function activityNarrowing({ kind, subject, detail, people }: ActivityEntry): string {
  if (kind === 'batch') return incidentWords(detail.filter, people).join(', ')
  if (kind !== 'export') return ''
  if (subject === 'incidents.csv') return incidentWords(detail, people).join(', ')
  if (subject === 'activity.csv') return logWords(detail, people).join(', ')
  return seriesWords(detail).join(', ')
}
