import { markText } from '@/lib/briefings/model/terms'
import { type Described, methodsOf, pathOf } from './descriptor'
import type { DataTable } from './table'

/** Text as it stands in Markdown, whatever it holds. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')

/** Names of fields and types hold nothing that Markdown would read. */
const fieldRow = ({ name, type, description, unit }: DataTable['fields'][number]) =>
  `| \`${name}\` | ${type} | ${unit === null ? '' : escaped(unit)} | ${escaped(description)} |`

const tableText = (table: DataTable): string[] => [
  `### ${table.title}: \`${pathOf(table)}\``,
  '',
  escaped(table.description),
  '',
  `Rows are told apart by ${table.primaryKey.map((name) => `\`${name}\``).join(', ')}.`,
  '',
  '| column | type | unit | what it says |',
  '| --- | --- | --- | --- |',
  ...table.fields.map(fieldRow),
  '',
]

/** `README.md` of a package: what is in it, how to verify it, and the data dictionary. English, as the names of the columns are. */
export function readmeOf({ document, evidence, tables, madeBy }: Described): string {
  const methods = methodsOf(evidence).map(({ id, hash }) => `- ${escaped(id)}, SHA-256 \`${hash}\``)
  const lines = [
    `# ${escaped(document.title)}`,
    '',
    `**${markText(document.mark)}** · ${escaped(document.subtitle)} · as of ${escaped(evidence.asOf)}`,
    '',
    `Made by ${madeBy.product} ${madeBy.version}. The record and the method from which the briefing was made are in here, and all that was`,
    'computed from them. The methods:',
    '',
    ...methods,
    '',
    '## Files',
    '',
    '- `datapackage.json`: a Frictionless Data Package (https://specs.frictionlessdata.io/tabular-data-package/) that lists every file with its',
    '  size and SHA-256.',
    '- `data/*.csv`: the tables below. UTF-8 without a byte order mark, RFC 4180, `.` as the decimal mark. An empty cell has no value. Numbers are',
    '  unrounded and read back to the same bits. Text that a spreadsheet would take for a formula begins with an apostrophe.',
    '- `evidence.json`: the record as it was known at the moment, the method and what was asked. Days are counted from 1970-01-01.',
    '- `figures.json`: every figure of which the document can speak, by its name.',
    '- `document.json`: the briefing itself, sentence by sentence, each with the names of its figures.',
    '',
    '## Verify',
    '',
    '    npx dyadwatch verify PACKAGE.zip',
    '',
    'It needs neither a network nor a database. It makes every figure and table again from `evidence.json`, checks every hash, and holds each figure in the',
    'text against the figures. It says yes, or names each place that differs.',
    '',
    '## Data dictionary',
    '',
    ...tables.flatMap(tableText),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
