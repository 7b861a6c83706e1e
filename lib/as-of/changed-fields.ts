import { formatDay } from '@/lib/core/calendar'
import type { ScoredRow } from '@/lib/dyads/series-rebuild'
import type { ChangedField } from './views'

/** What the comparison needs of an incident beyond what is scored. */
export type ComparedRow = ScoredRow & { code: string }

const endWords = ({ ongoing, endDay, startDay }: ScoredRow): string =>
  ongoing ? 'ongoing' : endDay === null || endDay === startDay ? 'one day' : `until ${formatDay(endDay)}`

const gradeWords = ({ grades, credibility }: ScoredRow): string => `${[...grades].join('/')}${credibility}`

const directionWords = ({ actor, target, mutual }: ScoredRow): string =>
  `${actor} ${mutual ? '↔' : '→'} ${target ?? ''}`

const FIELDS: { field: ChangedField['field']; words: (row: ComparedRow) => string }[] = [
  { field: 'date', words: ({ startDay }) => formatDay(startDay) },
  { field: 'end', words: endWords },
  { field: 'code', words: ({ code }) => code },
  { field: 'grade', words: gradeWords },
  { field: 'direction', words: directionWords },
]

/** What the score reads of an incident and that differs between then and now, in words. */
export function changedFields(said: ComparedRow, known: ComparedRow): ChangedField[] {
  return FIELDS.map(({ field, words }) => ({ field, said: words(said), known: words(known) })).filter(
    (change) => change.said !== change.known,
  )
}
