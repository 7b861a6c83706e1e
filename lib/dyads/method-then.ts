import { createHash } from 'node:crypto'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { type Method, methodsAsOf, methodsById } from '@/lib/method/store'
import { instantOfWrite, type LockedDyad } from './dyad-lock'

/*
 * By which method a dyad was scored when. A version that is published does not change what is said of a dyad: its series does, once
 * it is made anew. So what was said then is told by these rows, not by the dates of publication.
 */

/** What a row of `dyad_method` says, without its own hash. */
interface MethodChange {
  dyadId: string
  at: Date
  methodId: string
  previousHash: string
}

/** SHA-256 over a row and the hash of the row before it, in hex. The migration that began these rows has the same in SQL. */
export const methodChangeHash = ({ dyadId, at, methodId, previousHash }: MethodChange): string =>
  createHash('sha256').update([dyadId, at.toISOString(), methodId, previousHash].join('\n')).digest('hex')

/**
 * Appends that a locked dyad's series is made by a method from now on: from the instant of this transaction's write, or from one
 * of its own, later than all before, where the series is only made anew.
 */
export async function noteMethod(tx: Transaction, dyad: LockedDyad, { id: methodId }: Method): Promise<void> {
  const at = dyad.writtenAt ?? (await instantOfWrite(tx, dyad))
  const [dyadId, orderBy] = [dyad.id, { at: 'desc' as const }]
  const last = await tx.dyadMethod.findFirst({ where: { dyadId }, orderBy, select: { hash: true } })
  const row = { dyadId, at, methodId, previousHash: last?.hash ?? '' }
  await tx.dyadMethod.create({ data: { ...row, hash: methodChangeHash(row) } })
}

/**
 * The methods by which a dyad was scored at some moments, in their order: that of its series then; before there was one, the
 * latest version published by then. A few small reads, however many moments.
 */
export async function methodsThen(reader: Reader, dyadId: string, moments: readonly Date[]): Promise<Method[]> {
  const [where, orderBy] = [{ dyadId }, { at: 'asc' as const }]
  const rows = await reader.dyadMethod.findMany({ where, orderBy, select: { at: true, methodId: true } })
  const published = await methodsAsOf(reader, moments)
  const made = await methodsById(
    reader,
    rows.map(({ methodId }) => methodId),
  )
  return moments.map((moment, index) => {
    const row = rows.findLast(({ at }) => at <= moment)
    return (row && made.get(row.methodId)) ?? published[index]
  })
}

/** The same for one moment. */
export async function methodThen(reader: Reader, dyadId: string, moment: Date): Promise<Method> {
  const [method] = await methodsThen(reader, dyadId, [moment])
  return method
}

/** The same for many dyads at one moment, in a few reads: gives the method of each by its id. */
export async function methodsOfThen(
  reader: Reader,
  dyadIds: string[],
  moment: Date,
): Promise<(dyadId: string) => Method> {
  const rows = await reader.$queryRaw<{ dyadId: string; methodId: string }[]>`
    SELECT DISTINCT ON (dyad_id) dyad_id AS "dyadId", method_id AS "methodId" FROM dyad_method
    WHERE dyad_id = ANY(${dyadIds}::text[]) AND at <= ${moment} ORDER BY dyad_id, at DESC`
  const [published] = await methodsAsOf(reader, [moment])
  const made = await methodsById(
    reader,
    rows.map(({ methodId }) => methodId),
  )
  const byDyad = new Map(rows.map(({ dyadId, methodId }) => [dyadId, made.get(methodId)]))
  return (dyadId) => byDyad.get(dyadId) ?? published
}
