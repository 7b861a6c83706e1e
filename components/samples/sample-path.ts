import type { Breakdown } from '@/lib/samples/report-views'

/** The page of a sample. */
export const samplePath = (id: string): string => `/samples/${id}`

/** Where its coders code it, at a unit or at the first that is left. */
export const codePath = (id: string, ordinal?: number): string =>
  `/samples/${id}/code${ordinal === undefined ? '' : `?unit=${ordinal}`}`

/** Where its disagreements are resolved, at a unit or at the first that is left. */
export const adjudicatePath = (id: string, ordinal?: number): string =>
  `/samples/${id}/adjudicate${ordinal === undefined ? '' : `?unit=${ordinal}`}`

/** How well coders agree in some samples, with a breakdown or without, and with two coders compared or none. */
export function agreementPath(
  ids: readonly string[],
  by?: Breakdown | null,
  pair?: readonly [string, string] | null,
): string {
  const query = new URLSearchParams(ids.map((id) => ['sample', id]))
  if (by) query.set('by', by)
  for (const id of pair ?? []) query.append('pair', id)
  const text = query.toString()
  return `/samples/agreement${text && `?${text}`}`
}

/** The figures of an agreement report, or the codings behind it, as a CSV file. */
export function samplesCsvPath(file: 'agreement' | 'codings', ids: readonly string[], by?: Breakdown | null): string {
  const query = new URLSearchParams(ids.map((id) => ['sample', id]))
  if (by) query.set('by', by)
  return `/api/v1/samples/${file}.csv?${query}`
}
