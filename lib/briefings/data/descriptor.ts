import { createHash } from 'node:crypto'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence, EvidenceMethod } from '@/lib/briefings/model/evidence'
import { markText } from '@/lib/briefings/model/terms'
import { weekIdOf } from '@/lib/core/calendar'
import type { MadeBy } from './made-by'
import type { DataTable } from './table'

/** Rules of what stands where in a package. A package of another number is refused, not guessed at. */
export const FORMAT_VERSION = 1

/** `sha256:…`, as a data package writes a hash. */
export const hashOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Path of a table's file in the package. */
export const pathOf = ({ name }: Pick<DataTable, 'name'>): string => `data/${name}.csv`

/** What a descriptor is made of, beside the files. */
export interface Described {
  document: Pick<BriefingDocument, 'title' | 'language' | 'mark' | 'subtitle'>
  evidence: Evidence
  tables: readonly DataTable[]
  madeBy: MadeBy
}

/** Names longer than this are cut by file systems and catalogues. */
const MOST_NAMED = 3

function nameOf({ kind, dyads, fromWeek, toWeek }: Evidence): string {
  const ids = dyads.map(({ dyadId }) => dyadId)
  const who = ids.length > MOST_NAMED ? `${ids.length}-dyads` : ids.join('-')
  const weeks = fromWeek === toWeek ? weekIdOf(toWeek) : `${weekIdOf(fromWeek)}-${weekIdOf(toWeek)}`
  return `dyadwatch-${kind}-${who}-${weeks}`.toLowerCase()
}

/** The methods by id: JSON that was read back may have them in another order. */
export const methodsOf = ({ methods }: Evidence): EvidenceMethod[] =>
  Object.values(methods).sort((a, b) => (a.id < b.id ? -1 : 1))

const descriptionOf = (description: string, unit: string | null) =>
  unit === null ? description : `${description} Unit: ${unit}.`

function resourceOf(table: DataTable, bytes: Uint8Array) {
  const { name, title, description, fields, primaryKey } = table
  return {
    profile: 'tabular-data-resource',
    name,
    path: pathOf(table),
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    bytes: bytes.length,
    hash: hashOf(bytes),
    schema: {
      fields: fields.map(({ name, type, description, unit }) => ({
        name,
        type,
        // Instants have milliseconds, which the default format of a data package does not read.
        ...(type === 'datetime' ? { format: 'any' } : {}),
        description: descriptionOf(description, unit),
      })),
      missingValues: [''],
      primaryKey,
    },
  }
}

/**
 * `datapackage.json` of a briefing (Frictionless Data Package, version 1, profile `tabular-data-package`, which tools of the second version read, too).
 * What only this product knows stands under `dyadwatch`, also the files that are no tables. No licence: only the team can give one.
 */
export function descriptorOf(
  { document, evidence, tables, madeBy }: Described,
  files: ReadonlyMap<string, Uint8Array>,
) {
  const bytesOf = (path: string) => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`${path} is not in the package`)
    return bytes
  }
  const paths = new Set(tables.map(pathOf))
  const others = [...files.keys()].filter((path) => !paths.has(path)).sort()
  return {
    profile: 'tabular-data-package',
    name: nameOf(evidence),
    title: document.title,
    description: `${document.subtitle}. ${markText(document.mark)}. README.md has the data dictionary.`,
    created: evidence.asOf,
    keywords: ['escalation', 'tension', ...evidence.dyads.map(({ dyadId }) => dyadId)],
    dyadwatch: {
      formatVersion: FORMAT_VERSION,
      madeBy,
      kind: evidence.kind,
      mark: markText(document.mark),
      language: document.language,
      fromWeek: weekIdOf(evidence.fromWeek),
      toWeek: weekIdOf(evidence.toWeek),
      asOf: evidence.asOf,
      methods: methodsOf(evidence).map(({ id, hash }) => ({ id, hash: `sha256:${hash}` })),
      files: others.map((path) => ({ path, bytes: bytesOf(path).length, hash: hashOf(bytesOf(path)) })),
    },
    resources: tables.map((table) => resourceOf(table, bytesOf(pathOf(table)))),
  }
}
