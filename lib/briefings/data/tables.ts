import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Figure, Figures } from '@/lib/briefings/model/figures'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { documentTables } from './document-tables'
import { evidenceTables } from './evidence-tables'
import { answerTable, contributionTable, measureTable } from './incident-score-tables'
import { categoryTable, directionTable, seriesTable } from './score-tables'
import { type DataTable, tableOf } from './table'

/** How the figures of each unit are counted. */
const UNITS: Readonly<Record<Figure['unit'], string>> = {
  score: 'score −100…100',
  signed: 'change of a score',
  size: 'size of a change of a score',
  points: 'points',
  share: 'share 0…1',
  ratio: 'ratio',
  count: 'count',
  days: 'days',
  day: 'date',
  week: 'ISO 8601 week',
  band: 'band',
  incident: 'incident',
  word: 'word',
}

function figureTable(figures: Figures): DataTable {
  return tableOf<Figure>({
    name: 'figures',
    title: 'Figures',
    description: 'Every figure of which the document can speak, unrounded.',
    primaryKey: ['id'],
    // The order in which they were made goes by that of keys in the evidence, which JSON does not keep.
    rows: Object.values(figures).sort((a, b) => (a.id < b.id ? -1 : 1)),
    columns: [
      { name: 'id', type: 'string', description: 'Its name.', value: ({ id }) => id },
      {
        name: 'number',
        type: 'number',
        description: 'Its value where that is a number; `unit` tells how it is counted.',
        value: ({ value }) => (typeof value === 'number' ? value : null),
      },
      {
        name: 'text',
        type: 'string',
        description: 'Its value where that is a day, a week or a word.',
        value: ({ value }) => (typeof value === 'string' ? value : null),
      },
      { name: 'unit', type: 'string', description: 'How it is counted.', value: ({ unit }) => UNITS[unit] },
      {
        name: 'formula',
        type: 'string',
        description: 'Section of SCORING.md that defines it; none for what is only counted or read.',
        value: ({ formula }) => formula,
      },
      {
        name: 'incidents',
        type: 'string',
        description: 'Keys of the incidents that it rests on most, with a space between.',
        value: ({ incidents }) => incidents.join(' '),
      },
    ],
  })
}

/** What the evidence and the document say, in tables: nothing is computed. */
export const statedTables = (evidence: Evidence, document: BriefingDocument): DataTable[] => [
  ...evidenceTables(evidence, document),
  ...documentTables(document),
]

/** What was computed from the evidence, in tables. */
export const scoredTables = (data: BriefingData, figures: Figures): DataTable[] => [
  seriesTable(data),
  contributionTable(data),
  categoryTable(data),
  directionTable(data),
  measureTable(data),
  answerTable(data),
  figureTable(figures),
]

/**
 * All tables of a briefing with their data dictionary: the same for the same briefing. O(weeks × categories + incidents).
 * @throws RangeError where a value is no number, which no figure may be.
 */
export const tablesOf = ({ document, data, figures }: Rendering): DataTable[] => [
  ...scoredTables(data, figures),
  ...statedTables(data.evidence, document),
]
