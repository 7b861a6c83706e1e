import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence, EvidenceIncident, EvidenceSource } from '@/lib/briefings/model/evidence'
import { cleanText } from '@/lib/briefings/text/clean'
import { directionOf } from '@/lib/core/dyad'
import { dayField, field } from './fields'
import { dyadColumn, listOf, type OfDyad } from './of-dyad'
import { type DataTable, tableOf } from './table'

type IncidentRow = OfDyad<EvidenceIncident>

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
      field('id', 'string', 'Id of the incident in its dyad.'),
      field('revision', 'integer', 'Number of the revision in force.'),
      dayField('startDay', 'Its first day.', 'date'),
      dayField('endDay', 'Its last day, included; none for a single day, and while it goes on.', 'date_end'),
      field('ongoing', 'boolean', 'It was going on at the moment.'),
      dayField('earliestDay', 'The earliest day on which it can have begun.', 'earliest'),
      dayField('latestDay', 'The latest day on which it can have begun.', 'latest'),
      field('actor', 'string', 'Who did it, ISO 3166-1 alpha-3.'),
      field('target', 'string', 'To whom.'),
      {
        name: 'direction',
        type: 'string',
        description: 'Actor and target, `AZE>RUS`.',
        value: ({ item }) => directionOf(item.actor, item.target),
      },
      field('mutual', 'boolean', 'Both did it to one another.'),
      field('category', 'string', 'Category of its indicator.'),
      field('code', 'string', 'Indicator of the codebook.'),
      field('rung', 'integer', 'Rung of its ladder, −5…5; below 0 is de-escalation.'),
      field('persistence', 'string', 'Which half-life it fades by.'),
      field('credibility', 'integer', 'Credibility of what is said, 1 (confirmed) to 6 (cannot be judged).'),
      field('confidence', 'string', 'How sure the coder was.'),
      field('title', 'string', 'What happened, in a line.'),
      field('summary', 'string', 'What happened.'),
      field('location', 'string', 'Where.'),
      field('respondsTo', 'string', 'Id of the incident that it answers.', 'responds_to'),
      field('respondsBasis', 'string', 'Who says so: a source, or the analyst.', 'responds_basis'),
    ],
  })
}

interface SourceRow extends OfDyad<EvidenceSource> {
  incident: string
  position: number
  note: number | null
}

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
      field('outlet', 'string', 'Who published it.'),
      field('date', 'string', 'Date as the source gives it, or part of one.'),
      field('url', 'string', 'Its address.'),
      field('quote', 'string', 'What it says, word for word.'),
      field('reliability', 'string', 'Reliability of the source, A (reliable) to F (cannot be judged).'),
    ],
  })
}
