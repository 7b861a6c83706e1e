import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence, EvidenceAnnotation, EvidenceCheck, EvidenceContext } from '@/lib/briefings/model/evidence'
import { isoOf, weekIdOf } from '@/lib/core/calendar'
import { incidentTable, sourceTable } from './incident-tables'
import { methodTable, parameterTable } from './method-tables'
import { dyadColumn, listOf, type OfDyad } from './of-dyad'
import { type DataTable, tableOf } from './table'

const FILE = 'evidence.json'

function askedTable(evidence: Evidence): DataTable {
  return tableOf<Evidence>({
    name: 'briefing',
    title: 'Briefing',
    description: 'What was asked for, and the moment as of which the record is.',
    primaryKey: ['kind'],
    rows: [evidence],
    origin: { file: FILE, at: () => '' },
    columns: [
      {
        name: 'kind',
        type: 'string',
        description: 'weekly: one dyad and week; round-up: the latest of several dyads; special: dyads over a period.',
        at: '/kind',
        value: ({ kind }) => kind,
      },
      {
        name: 'from_monday',
        type: 'date',
        description: 'Monday of the first week told of.',
        at: '/fromWeek',
        value: ({ fromWeek }) => isoOf(fromWeek),
      },
      {
        name: 'to_monday',
        type: 'date',
        description: 'Monday of the last week told of.',
        at: '/toWeek',
        value: ({ toWeek }) => isoOf(toWeek),
      },
      {
        name: 'as_of',
        type: 'datetime',
        description: 'The moment as of which the record is, UTC.',
        at: '/asOf',
        value: ({ asOf }) => asOf,
      },
      {
        name: 'today',
        type: 'date',
        description: 'The last day that counts: that of the moment.',
        at: '/today',
        value: ({ today }) => isoOf(today),
      },
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
    columns: [
      { ...dyadColumn(), at: '/dyadId' },
      {
        name: 'method',
        type: 'string',
        description: 'Id of the method.',
        at: '/methodId',
        value: ({ item }) => item.methodId,
      },
    ],
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
      {
        name: 'monday',
        type: 'date',
        description: 'Monday of the week.',
        at: '/weekStart',
        value: ({ item }) => isoOf(item.weekStart),
      },
      { name: 'week', type: 'string', description: 'ISO 8601 week.', value: ({ item }) => weekIdOf(item.weekStart) },
      {
        name: 'checked',
        type: 'boolean',
        description: 'False where a check was withdrawn.',
        at: '/checked',
        value: ({ item }) => item.checked,
      },
      {
        name: 'note',
        type: 'string',
        description: 'What the one who checked wrote.',
        at: '/note',
        value: ({ item }) => item.note,
      },
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
      { name: 'id', type: 'string', description: 'Id of the entry.', at: '/id', value: ({ item }) => item.id },
      { name: 'date', type: 'date', description: 'Its day.', at: '/day', value: ({ item }) => isoOf(item.day) },
      {
        name: 'actor',
        type: 'string',
        description: 'Who acted.',
        at: '/actor',
        value: ({ item }) => item.actor,
      },
      {
        name: 'title',
        type: 'string',
        description: 'What happened.',
        at: '/title',
        value: ({ item }) => item.title,
      },
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
      { name: 'id', type: 'string', description: 'Id of the annotation.', at: '/id', value: ({ item }) => item.id },
      {
        name: 'date',
        type: 'date',
        description: 'Its first day.',
        at: '/startDay',
        value: ({ item }) => isoOf(item.startDay),
      },
      {
        name: 'date_end',
        type: 'date',
        description: 'Its last day, included; none for a single day.',
        at: '/endDay',
        value: ({ item }) => (item.endDay === null ? null : isoOf(item.endDay)),
      },
      {
        name: 'text',
        type: 'string',
        description: 'What it says.',
        at: '/text',
        value: ({ item }) => item.text,
      },
      { name: 'by', type: 'string', description: 'Who wrote it.', at: '/by', value: ({ item }) => item.by },
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
