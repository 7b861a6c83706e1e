import { createHash } from 'node:crypto'
import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import type { BriefingDocument, DocumentNote, Run } from '@/lib/briefings/model/document'
import { field } from './fields'
import { type DataTable, tableOf } from './table'

/** What runs say together; the raised numbers of sources stand in brackets. */
export const textOf = (runs: readonly Run[]): string =>
  runs.map(({ text, note }) => (note === undefined ? text : `[${text}]`)).join('')

interface HeadRow {
  item: string
  value: string
  at: string
}

/** What stands on the document's cover and foot. */
function headTable(document: BriefingDocument): DataTable {
  const { team, asOf, asOfText, title, subtitle, mark, language, provenance } = document
  const logo = team.logo
    ? `${team.logo.width} × ${team.logo.height}, SHA-256 ${createHash('sha256').update(team.logo.png).digest('hex')}`
    : ''
  const rows = [
    { item: 'title', value: title, at: '/title' },
    { item: 'subtitle', value: subtitle, at: '/subtitle' },
    { item: 'mark', value: `TLP:${mark}`, at: '/mark' },
    { item: 'language', value: language, at: '/language' },
    { item: 'team', value: team.name, at: '/team/name' },
    { item: 'footer', value: team.footer, at: '/team/footer' },
    { item: 'logo', value: logo, at: '/team/logo' },
    { item: 'asOf', value: asOf, at: '/asOf' },
    { item: 'asOfText', value: asOfText, at: '/asOfText' },
    { item: 'provenance', value: provenance, at: '/provenance' },
  ]
  return tableOf<HeadRow>({
    name: 'document',
    title: 'Document',
    description: 'What stands on the cover and the foot of the document.',
    primaryKey: ['item'],
    rows,
    origin: { file: 'document.json', at: ({ at }) => at },
    columns: [
      { name: 'item', type: 'string', description: 'What it is.', value: ({ item }) => item },
      { name: 'value', type: 'string', description: 'What it says.', at: '', value: ({ value }) => value },
    ],
  })
}

/** Every sentence of the document, with what it rests on. */
function sentenceTable(document: BriefingDocument): DataTable {
  return tableOf({
    name: 'sentences',
    title: 'Sentences',
    description: 'The sentences of the document in their order, each with the figures and incidents that it rests on.',
    primaryKey: ['section', 'key'],
    rows: sentencesAt(document).map((one) => ({
      ...one,
      edit: one.sentence.by.kind === 'edited' ? one.sentence.by : null,
    })),
    origin: { file: 'document.json', at: ({ at }) => at },
    columns: [
      {
        name: 'section',
        type: 'string',
        description: 'Id of its part of the document.',
        value: ({ section }) => section,
      },
      { name: 'key', type: 'string', description: 'Its name.', at: '/key', value: ({ sentence }) => sentence.key },
      {
        name: 'text',
        type: 'string',
        description: 'What it says; numbers in brackets are those of the notes.',
        at: '/runs',
        value: ({ sentence }) => textOf(sentence.runs),
      },
      {
        name: 'by',
        type: 'string',
        description: 'rules: written from the figures; edited: somebody changed it.',
        at: '/by/kind',
        value: ({ sentence }) => sentence.by.kind,
      },
      {
        name: 'edited_by',
        type: 'string',
        description: 'Who changed it.',
        at: '/by/name',
        value: ({ edit }) => edit?.name ?? null,
      },
      {
        name: 'edited_at',
        type: 'string',
        description: 'When, ISO 8601.',
        at: '/by/at',
        value: ({ edit }) => edit?.at ?? null,
      },
      {
        name: 'rules_text',
        type: 'string',
        description: 'What the rules would say in the place of one that was changed.',
        at: '/by/rules',
        value: ({ edit }) => edit && textOf(edit.rules),
      },
      {
        name: 'unmatched',
        type: 'string',
        description: 'Numbers in a changed one that are none of its figures, with a semicolon between.',
        at: '/by/unmatched',
        value: ({ edit }) => edit?.unmatched.join('; ') ?? null,
      },
      {
        name: 'figures',
        type: 'string',
        description: 'Ids of its figures, with a space between.',
        at: '/figures',
        value: ({ sentence }) => sentence.figures.join(' '),
      },
      {
        name: 'incidents',
        type: 'string',
        description: 'Keys of its incidents, with a space between.',
        at: '/incidents',
        value: ({ sentence }) => sentence.incidents.join(' '),
      },
    ],
  })
}

/** The numbered sources as the document prints them. */
function noteTable({ notes }: BriefingDocument): DataTable {
  return tableOf<{ item: DocumentNote; at: string }>({
    name: 'notes',
    title: 'Notes',
    description: 'The sources as the document numbers them.',
    primaryKey: ['number'],
    rows: notes.map((item, index) => ({ item, at: `/notes/${index}` })),
    origin: { file: 'document.json', at: ({ at }) => at },
    columns: [
      field('number', 'integer', 'Its number.'),
      field('outlet', 'string', 'Who published it.'),
      field('date', 'string', 'Date as the source gives it.'),
      field('url', 'string', 'Its address.'),
      field('quote', 'string', 'What it says, word for word.'),
      field('reliability', 'string', 'Reliability of the source, A to F.'),
      {
        name: 'incidents',
        type: 'string',
        description: 'Keys of the incidents that name it, with a space between.',
        at: '/incidents',
        value: ({ item }) => item.incidents.join(' '),
      },
    ],
  })
}

/** The tables that hold what the document says. */
export const documentTables = (document: BriefingDocument): DataTable[] => [
  headTable(document),
  sentenceTable(document),
  noteTable(document),
]
