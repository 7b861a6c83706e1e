import { DeskError } from '@/lib/errors'
import { database } from './client'
import { Prisma, type PrismaClient } from './generated/client'

/** A Prisma client inside one transaction. */
export type Transaction = Prisma.TransactionClient

/** What a read can run on: the client, or a transaction that is open already. */
export type Reader = PrismaClient | Transaction

const ATTEMPTS = 5

/** Write conflicts and deadlocks: the server undid our work and asks to try again. */
function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2034' || error.code === 'P2028') return true
    const text = `${error.message} ${JSON.stringify(error.meta ?? {})}`
    return error.code === 'P2010' && /40001|40P01/.test(text)
  }
  return false
}

/**
 * Runs `work` in one transaction; all of it happens or nothing. Repeats it when the database undid it for the sake of
 * another writer, so `work` must have no effect outside the transaction.
 * @throws DeskError CONFLICT when it was undone five times in a row; whatever `work` throws.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const prisma = await database()
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(work, { maxWait: 20_000, timeout: 30_000 })
    } catch (error) {
      if (!isRetryable(error)) throw error
      if (attempt === ATTEMPTS)
        throw new DeskError('CONFLICT', 'Too many people are saving to this dyad at once. Try again.')
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * attempt))
    }
  }
}
