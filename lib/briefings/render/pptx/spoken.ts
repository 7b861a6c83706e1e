import type { BriefingDocument, Run } from '@/lib/briefings/model/document'
import { groupedRuns, noteNumbersOf } from '@/lib/briefings/render/office/document-runs'
import { noteText, quoteText } from '@/lib/briefings/render/office/note-text'
import type { SlidePlan } from './slide-plan'

const lineOf = (runs: readonly Run[]): string =>
  groupedRuns(runs)
    .map((group) => (group.kind === 'notes' ? ` [${group.numbers.join(', ')}]` : group.text))
    .join('')

/** What a slide rests on, for whoever speaks to it: its sentences whole, one a line, then the sources they name. */
export function spokenText({ title, spoken, body }: SlidePlan, { notes, language }: BriefingDocument): string {
  const numbers = new Set(body.kind === 'sources' ? [] : noteNumbersOf([...title, ...spoken.flat()]))
  const sources = notes
    .filter(({ number }) => numbers.has(number))
    .map((note) => [`[${note.number}] ${noteText(note, language)}`, quoteText(note), note.url ?? ''])
    .map((parts) => parts.filter((part) => part !== '').join('. '))
  return [...spoken.map(lineOf), ...(sources.length > 0 ? ['', ...sources] : [])].join('\n')
}
