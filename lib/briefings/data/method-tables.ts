import type { Evidence, EvidenceMethod } from '@/lib/briefings/model/evidence'
import { PARAMETER_NOTES } from '@/lib/core/scoring'
import { field } from './fields'
import { type DataTable, pointerStep, tableOf } from './table'

/** Entries of an object in the order of their keys: JSON that was read back may have them in another. */
const inOrder = <Value>(of: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))

/** The methods, each with the hash of its parameters. */
export function methodTable(evidence: Evidence): DataTable {
  return tableOf<{ item: EvidenceMethod; key: string }>({
    name: 'methods',
    title: 'Methods',
    description: 'The methods by which the dyads are scored.',
    primaryKey: ['method'],
    rows: inOrder(evidence.methods).map(([key, item]) => ({ item, key })),
    origin: { file: 'evidence.json', at: ({ key }) => `/methods/${pointerStep(key)}` },
    columns: [
      field('id', 'string', 'Id of the method.', 'method'),
      {
        name: 'version',
        type: 'string',
        description: 'The version that its parameters name.',
        at: '/parameters/version',
        value: ({ item }) => item.parameters.version,
      },
      field('hash', 'string', 'SHA-256 of the canonical form of its parameters.'),
    ],
  })
}

interface ParameterRow {
  method: string
  parameter: string
  value: number
  at: string
}

/** Every number of a method's parameters by its path, `halfLife.short`. */
function parameterRows([method, { parameters }]: [string, EvidenceMethod]): ParameterRow[] {
  const base = `/methods/${pointerStep(method)}/parameters`
  return inOrder<unknown>({ ...parameters }).flatMap(([name, value]): ParameterRow[] => {
    if (typeof value === 'number') return [{ method, parameter: name, value, at: `${base}/${name}` }]
    if (typeof value !== 'object' || value === null) return []
    return inOrder<unknown>({ ...value }).map(([key, inner]) => ({
      method,
      parameter: `${name}.${key}`,
      value: Number(inner),
      at: `${base}/${name}/${pointerStep(key)}`,
    }))
  })
}

const NOTES = new Map(PARAMETER_NOTES.map((note) => [note.key, note]))

/** What is said of a parameter, or of the list that it stands in. */
const noteOf = (parameter: string) => NOTES.get(parameter) ?? NOTES.get(parameter.split('.')[0])

/** Every number of every method. */
export function parameterTable(evidence: Evidence): DataTable {
  return tableOf<ParameterRow>({
    name: 'method-parameters',
    title: 'Method parameters',
    description: 'Every number that the scores and their intervals depend on.',
    primaryKey: ['method', 'parameter'],
    rows: inOrder(evidence.methods).flatMap(parameterRows),
    origin: { file: 'evidence.json', at: ({ at }) => at },
    columns: [
      { name: 'method', type: 'string', description: 'Id of the method.', value: ({ method }) => method },
      { name: 'parameter', type: 'string', description: 'Its name.', value: ({ parameter }) => parameter },
      { name: 'value', type: 'number', description: 'Its value.', at: '', value: ({ value }) => value },
      {
        name: 'unit',
        type: 'string',
        description: 'How it is counted.',
        value: ({ parameter }) => noteOf(parameter)?.unit ?? '',
      },
      {
        name: 'meaning',
        type: 'string',
        description: 'What it says, in plain words.',
        value: ({ parameter }) => noteOf(parameter)?.meaning ?? '',
      },
    ],
  })
}
