import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence, EvidenceIncident, EvidenceSource } from '@/lib/briefings/model/evidence'
import { cleanText } from '@/lib/briefings/text/clean'
import { isoOf } from '@/lib/core/calendar'
import { directionOf } from '@/lib/core/dyad'
import { dyadColumn, listOf, type OfDyad } from './of-dyad'
import { type Column, type DataTable, tableOf } from './table'

type IncidentRow = OfDyad<EvidenceIncident>
type Key = Exclude<keyof EvidenceIncident, 'sources'>

/** A column of a field that is as it stands. */
const plain = (
  name: string,
  key: Key,
  type: Column<IncidentRow>['type'],
  description: string,
): Column<IncidentRow> => ({
  name,
  type,
  description,
  at: `/${key}`,
  value: ({ item }) => item[key],
})

const day = (name: string, key: 'startDay' | 'endDay' | 'earliestDay' | 'latestDay', description: string) =>
  ({
    name,
    type: 'date',
    description,
    at: `/${key}`,
    value: ({ item }) => {
      const value = item[key]
      return value === null ? null : isoOf(value)
    },
  }) satisfies Column<IncidentRow>

/** Every incident of the evidence with all that is coded of it. */
export function incidentTable(evidence: Evidence): DataTable {
  return tableOf<IncidentRow>({
    name: 'incidents',
    title: 'Incidents',
    description:
      'Every incident that counted at the moment, as its revision then in force has it, by day. Also those after the last week told of, which no figure rests on.',
    primaryKey: ['dyad', 'id'],
    rows: listOf(evidence, 'incidents', ({ incidents }) => incidents),
    origin: { file: 'evidence.json', at: ({ at }) => at },
    columns: [
      dyadColumn(),
      plain('id', 'id', 'string', 'Id of the incident in its dyad.'),
      plain('revision', 'revision', 'integer', 'Number of the revision in force.'),
      day('date', 'startDay', 'Its first day.'),
      day('date_end', 'endDay', 'Its last day, included; none for a single day, and while it goes on.'),
      plain('ongoing', 'ongoing', 'boolean', 'It was going on at the moment.'),
      day('earliest', 'earliestDay', 'The earliest day on which it can have begun.'),
      day('latest', 'latestDay', 'The latest day on which it can have begun.'),
      plain('actor', 'actor', 'string', 'Who did it, ISO 3166-1 alpha-3.'),
      plain('target', 'target', 'string', 'To whom.'),
      {
        name: 'direction',
        type: 'string',
        description: 'Actor and target, `AZE>RUS`.',
        value: ({ item }) => directionOf(item.actor, item.target),
      },
      plain('mutual', 'mutual', 'boolean', 'Both did it to one another.'),
      plain('category', 'category', 'string', 'Category of its indicator.'),
      plain('code', 'code', 'string', 'Indicator of the codebook.'),
      plain('rung', 'rung', 'integer', 'Rung of its ladder, −5…5; below 0 is de-escalation.'),
      plain('persistence', 'persistence', 'string', 'Which half-life it fades by.'),
      plain(
        'credibility',
        'credibility',
        'integer',
        'Credibility of what is said, 1 (confirmed) to 6 (cannot be judged).',
      ),
      plain('confidence', 'confidence', 'string', 'How sure the coder was.'),
      plain('title', 'title', 'string', 'What happened, in a line.'),
      plain('summary', 'summary', 'string', 'What happened.'),
      plain('location', 'location', 'string', 'Where.'),
      plain('responds_to', 'respondsTo', 'string', 'Id of the incident that it answers.'),
      plain('responds_basis', 'respondsBasis', 'string', 'Who says so: a source, or the analyst.'),
    ],
  })
}

interface SourceRow extends OfDyad<EvidenceSource> {
  incident: string
  position: number
  note: number | null
}

const sourceColumn = (key: keyof EvidenceSource, description: string): Column<SourceRow> => ({
  name: key,
  type: 'string',
  description,
  at: `/${key}`,
  value: ({ item }) => item[key],
})

/** What a note of the document and a source of the evidence have in common: all but the incident. */
const keyOf = ({ outlet, date, url, quote }: Pick<EvidenceSource, 'outlet' | 'date' | 'url' | 'quote'>) =>
  JSON.stringify([outlet, date ?? '', url, quote].map((text) => text && cleanText(text)))

/** Every source of every incident, with its number in the document. */
export function sourceTable(evidence: Evidence, document: Pick<BriefingDocument, 'notes'>): DataTable {
  const numbers = new Map(document.notes.map((note) => [keyOf(note), note.number]))
  const incidents = listOf(evidence, 'incidents', ({ incidents }) => incidents)
  const rows = incidents.flatMap(({ dyad, item: { id, sources }, at }) =>
    sources.map((item, index): SourceRow => {
      const note = numbers.get(keyOf(item)) ?? null
      return { dyad, item, at: `${at}/sources/${index}`, incident: id, position: index + 1, note }
    }),
  )
  return tableOf<SourceRow>({
    name: 'sources',
    title: 'Sources',
    description: 'The sources of every incident, in the order in which it names them.',
    primaryKey: ['dyad', 'incident', 'position'],
    rows,
    origin: { file: 'evidence.json', at: ({ at }) => at },
    columns: [
      dyadColumn(),
      { name: 'incident', type: 'string', description: 'Id of the incident.', value: ({ incident }) => incident },
      {
        name: 'position',
        type: 'integer',
        description: 'Which of its sources, from 1.',
        value: ({ position }) => position,
      },
      {
        name: 'note',
        type: 'integer',
        description: 'Its number among the notes of the document; none where that does not name it.',
        value: ({ note }) => note,
      },
      sourceColumn('outlet', 'Who published it.'),
      sourceColumn('date', 'Date as the source gives it, or part of one.'),
      sourceColumn('url', 'Its address.'),
      sourceColumn('quote', 'What it says, word for word.'),
      sourceColumn('reliability', 'Reliability of the source, A (reliable) to F (cannot be judged).'),
    ],
  })
}
