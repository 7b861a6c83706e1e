import { momentWords } from '@/components/dyads/as-of/moment-words'
import type { ChangedField, DifferenceKind, DifferenceView } from '@/lib/as-of/views'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'

/** What happened to an incident since, in a word or two. */
export const KIND_WORDS: Record<DifferenceKind, string> = {
  late: 'Coded late',
  again: 'Counts again',
  counts: 'Now counts',
  corrected: 'Corrected',
  retracted: 'Retracted',
  reopened: 'Approval taken back',
  context: 'Now context',
}

const FIELD_WORDS: Record<ChangedField['field'], string> = {
  date: 'date',
  end: 'end',
  code: 'code',
  grade: 'grade',
  direction: 'who to whom',
}

/** The same in a sentence: how late, or what was changed, and when. */
export function detailWords({ kind, day, at, changed }: DifferenceView): string {
  const when = momentWords(at)
  if (kind === 'late') {
    const late = dayOf(at.slice(0, 10)) - day
    return `Happened on ${formatDay(day)}, counts since ${when}: ${formatPlural(late, 'day')} later`
  }
  if (kind === 'corrected') {
    const fields = changed.map(({ field, said, known }) => `${FIELD_WORDS[field]} ${said} → ${known}`)
    return `${fields.length === 0 ? 'Changed' : fields.join(', ')}; counts so since ${when}`
  }
  if (kind === 'counts') return `Was context, counts since ${when}`
  if (kind === 'context') return `Context without points since ${when}`
  return kind === 'again' ? `Counts again since ${when}` : `No longer counts since ${when}`
}
