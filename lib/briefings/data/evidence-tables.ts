import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence, EvidenceAnnotation, EvidenceCheck, EvidenceContext } from '@/lib/briefings/model/evidence'
import { weekIdOf } from '@/lib/core/calendar'
import { dayField, field } from './fields'
import { incidentTable, sourceTable } from './incident-tables'
import { methodTable, parameterTable } from './method-tables'
import { dyadColumn, listOf, type OfDyad } from './of-dyad'
import { type DataTable, tableOf } from './table'

const FILE = 'evidence.json'

function askedTable(evidence: Evidence): DataTable {
  return tableOf({
    name: 'briefing',
    title: 'Briefing',
    description: 'What was asked for, and the moment as of which the record is.',
    primaryKey: ['kind'],
    rows: [{ item: evidence }],
    origin: { file: FILE, at: () => '' },
    columns: [
      field(
        'kind',
        'string',
        'weekly: one dyad and week; round-up: the latest of several dyads; special: dyads over a period.',
      ),
      dayField('fromWeek', 'Monday of the first week told of.', 'from_monday'),
      dayField('toWeek', 'Monday of the last week told of.', 'to_monday'),
      field('asOf', 'datetime', 'The moment as of which the record is, UTC.', 'as_of'),
      dayField('today', 'The last day that counts: that of the moment.'),
    ],
  })
}

function dyadTable(evidence: Evidence): DataTable {
  return tableOf({
    name: 'dyads',
    title: 'Dyads',
    description: 'The pairs of countries in the order asked for, each with the method by which it is scored.',
    primaryKey: ['dyad'],
    rows: evidence.dyads.map((item, index) => ({ dyad: item.dyadId, item, at: `/dyads/${index}` })),
    origin: { file: FILE, at: ({ at }) => at },
    columns: [{ ...dyadColumn(), at: '/dyadId' }, field('methodId', 'string', 'Id of the method.', 'method')],
  })
}

function checkTable(evidence: Evidence): DataTable {
  return tableOf<OfDyad<EvidenceCheck>>({
    name: 'checks',
    title: 'Weekly checks',
    description:
      'Whether somebody checked the sources for a week: the latest word on each. A week without one is not covered.',
    primaryKey: ['dyad', 'monday'],
    rows: listOf(evidence, 'checks', ({ checks }) => checks),
    origin: { file: FILE, at: ({ at }) => at },
    columns: [
      dyadColumn(),
      dayField('weekStart', 'Monday of the week.', 'monday'),
      { name: 'week', type: 'string', description: 'ISO 8601 week.', value: ({ item }) => weekIdOf(item.weekStart) },
      field('checked', 'boolean', 'False where a check was withdrawn.'),
      field('note', 'string', 'What the one who checked wrote.'),
    ],
  })
}

function contextTable(evidence: Evidence): DataTable {
  return tableOf<OfDyad<EvidenceContext>>({
    name: 'context',
    title: 'Context',
    description: 'Acts of third countries. They have no points.',
    primaryKey: ['dyad', 'id'],
    rows: listOf(evidence, 'context', ({ context }) => context),
    origin: { file: FILE, at: ({ at }) => at },
    columns: [
      dyadColumn(),
      field('id', 'string', 'Id of the entry.'),
      dayField('day', 'Its day.', 'date'),
      field('actor', 'string', 'Who acted.'),
      field('title', 'string', 'What happened.'),
    ],
  })
}

function annotationTable(evidence: Evidence): DataTable {
  return tableOf<OfDyad<EvidenceAnnotation>>({
    name: 'annotations',
    title: 'Annotations',
    description: 'What people wrote on the charts of a dyad.',
    primaryKey: ['dyad', 'id'],
    rows: listOf(evidence, 'annotations', ({ annotations }) => annotations),
    origin: { file: FILE, at: ({ at }) => at },
    columns: [
      dyadColumn(),
      field('id', 'string', 'Id of the annotation.'),
      dayField('startDay', 'Its first day.', 'date'),
      dayField('endDay', 'Its last day, included; none for a single day.', 'date_end'),
      field('text', 'string', 'What it says.'),
      field('by', 'string', 'Who wrote it.'),
    ],
  })
}

/**
 * The tables that hold what the evidence says, nothing computed. All of its values stand in them, so whoever changed one in either
 * place is found by the other.
 */
export const evidenceTables = (evidence: Evidence, document: Pick<BriefingDocument, 'notes'>): DataTable[] => [
  askedTable(evidence),
  dyadTable(evidence),
  incidentTable(evidence),
  sourceTable(evidence, document),
  checkTable(evidence),
  contextTable(evidence),
  annotationTable(evidence),
  methodTable(evidence),
  parameterTable(evidence),
]
