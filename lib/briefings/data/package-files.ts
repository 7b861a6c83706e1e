import { strToU8 } from 'fflate'
import type { Rendering, RenderOptions } from '@/lib/briefings/render/rendering'
import { canonicalJson } from '@/lib/core/canonical-json'
import { csvOf } from './csv'
import { descriptorOf, pathOf } from './descriptor'
import { MADE_BY, type MadeBy } from './made-by'
import { readmeOf } from './readme'
import type { DataTable } from './table'
import { tablesOf } from './tables'

export const DESCRIPTOR = 'datapackage.json'

/** The files of a package, and the tables that they were made of. */
export interface PackageFiles {
  files: Map<string, Uint8Array>
  tables: DataTable[]
}

/** JSON that people read, too. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Every file of a briefing's data package by its path. `verify` makes them again by this very function and compares.
 * @throws the signal's reason when it is aborted.
 */
export function packageFiles(
  rendering: Rendering,
  madeBy: MadeBy = MADE_BY,
  { signal, onProgress }: RenderOptions = {},
): PackageFiles {
  const { document, data, figures } = rendering
  const tables = tablesOf(rendering)
  const described = { document, evidence: data.evidence, tables, madeBy }
  const files = new Map<string, Uint8Array>([
    ['README.md', strToU8(readmeOf(described))],
    ['evidence.json', strToU8(canonicalJson(data.evidence))],
    ['figures.json', strToU8(canonicalJson(figures))],
    ['document.json', strToU8(canonicalJson(document))],
  ])
  for (const [index, table] of tables.entries()) {
    signal?.throwIfAborted()
    files.set(pathOf(table), strToU8(csvOf(table)))
    onProgress?.((index + 1) / (tables.length + 1))
  }
  files.set(DESCRIPTOR, strToU8(prettyJson(descriptorOf(described, files))))
  return { files, tables }
}
