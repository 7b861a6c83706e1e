import type { CodingSample } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'

/** Locks a sample's row for the rest of the transaction, so that closing and handing in come one after the other. */
export async function lockSample(tx: Transaction, sampleId: string): Promise<CodingSample | null> {
  await tx.$queryRaw`SELECT id FROM coding_sample WHERE id = ${sampleId}::uuid FOR UPDATE`
  return tx.codingSample.findUnique({ where: { id: sampleId } })
}
