import { createHash } from 'node:crypto'
import { completeParameters } from '@/lib/core/record'
import { canonicalParameters, DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import type { Reader, Transaction } from '@/lib/db/transaction'

/** One published version of the method. `hash` is the SHA-256 of the parameters' canonical form; pages show 8 characters. */
export interface Method {
  id: string
  parameters: MethodParameters
  hash: string
  reason: string
  publishedAt: Date
}

/** SHA-256 of the canonical form of the parameters, in hex. */
export function methodHash(parameters: MethodParameters): string {
  return createHash('sha256').update(canonicalParameters(parameters)).digest('hex')
}

interface StoredMethod extends Omit<Method, 'parameters'> {
  parameters: unknown
}

/** A stored version as the score reads it; an older one is filled with what it went by (see `completeParameters`). */
const methodFrom = (row: StoredMethod): Method => ({ ...row, parameters: completeParameters(row.parameters) })

/**
 * The method that scores are made with now: the latest published version.
 * @throws Error before the first version is published (setup does it).
 */
export async function methodInUse(reader: Reader): Promise<Method> {
  const row = await reader.methodVersion.findFirst({ orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] })
  if (!row) throw new Error('No method version is published: run `npx dyadwatch setup` first.')
  return methodFrom(row)
}

/**
 * The methods that were in use at some moments, in their order: each time the latest version published by then; the first one
 * where none was. Two small reads.
 * @throws Error before the first version is published (setup does it).
 */
export async function methodsAsOf(reader: Reader, moments: readonly Date[]): Promise<Method[]> {
  const versions = await reader.methodVersion.findMany({
    select: { id: true, publishedAt: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  if (versions.length === 0) throw new Error('No method version is published: run `npx dyadwatch setup` first.')
  const then = moments.map((moment) => versions.findLast(({ publishedAt }) => publishedAt <= moment) ?? versions[0])
  const methods = await methodsById(
    reader,
    then.map(({ id }) => id),
  )
  return then.map(({ id }) => methods.get(id)).filter((method) => method !== undefined)
}

/**
 * Published versions by their ids, in one read.
 * @throws Error naming an id that was never published.
 */
export async function methodsById(reader: Reader, ids: Iterable<string>): Promise<Map<string, Method>> {
  const asked = [...new Set(ids)]
  const rows = asked.length === 0 ? [] : await reader.methodVersion.findMany({ where: { id: { in: asked } } })
  const methods = new Map(rows.map((row) => [row.id, methodFrom(row)]))
  const lost = asked.find((id) => !methods.has(id))
  if (lost !== undefined) throw new Error(`No method version ${lost} is published.`)
  return methods
}

/**
 * A published version.
 * @throws Error where none has this id.
 */
export async function methodById(reader: Reader, id: string): Promise<Method> {
  const row = await reader.methodVersion.findUnique({ where: { id } })
  if (!row) throw new Error(`No method version ${id} is published.`)
  return methodFrom(row)
}

/** What names the method of a stored series: a dyad's row, or null for a dyad that is not there or has no series yet. */
type MadeBy = { methodId: string | null } | null

/** The method that made a dyad's stored series, whatever was published since; the one in use where there is no series. */
export const methodOfSeries = (reader: Reader, dyad: MadeBy): Promise<Method> =>
  dyad?.methodId == null ? methodInUse(reader) : methodById(reader, dyad.methodId)

/** The same by a dyad's id. */
export async function methodOfDyad(reader: Reader, dyadId: string): Promise<Method> {
  return methodOfSeries(reader, await reader.dyad.findUnique({ where: { id: dyadId }, select: { methodId: true } }))
}

/** The same for many series, in at most two reads: gives the method of each by its row. */
export async function methodsOfSeries(
  reader: Reader,
  dyads: readonly { methodId: string | null }[],
): Promise<(dyad: { methodId: string | null }) => Method> {
  const ids = dyads.map(({ methodId }) => methodId)
  const methods = await methodsById(
    reader,
    ids.filter((id) => id !== null),
  )
  const inUse = ids.includes(null) ? await methodInUse(reader) : null
  return ({ methodId }) => {
    const method = methodId === null ? inUse : methods.get(methodId)
    if (!method) throw new Error(`The method ${methodId} was not read.`)
    return method
  }
}

/** Publishes the defaults of SCORING.md as the first version, where there is none. Returns whether it did. */
export async function publishFirstMethod(tx: Transaction): Promise<boolean> {
  if (await tx.methodVersion.findFirst({ select: { id: true } })) return false
  await tx.methodVersion.createMany({
    data: [
      {
        id: DEFAULT_PARAMETERS.version,
        parameters: { ...DEFAULT_PARAMETERS },
        hash: methodHash(DEFAULT_PARAMETERS),
        reason: 'The defaults of the specification.',
      },
    ],
    skipDuplicates: true,
  })
  return true
}
