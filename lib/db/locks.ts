import type { Transaction } from './transaction'

/** What is written in one place at a time, each by a number of its own: the same in every process, and in every version. */
export const LOCKS = {
  /** Two processes that start at once migrate one after the other. */
  migrations: 7_210_931,
  /** Of two admins who demote each other at once the second is refused. */
  accounts: 7_210_932,
  /** Two changes of one setting come one after the other. */
  settings: 7_210_933,
  /** Seals are numbered and chained one after the other. */
  seals: 7_210_934,
  /** Writers of lists and rules take it alone, whoever judges by them together. */
  rules: 7_210_941,
  /** Drafts and versions of the method are written one after the other. */
  methods: 7_210_942,
  /** Briefings are numbered and chained one after the other. */
  publications: 7_210_951,
  /** Jobs are begun one after the other: whoever asks for many at once gets no more than may be under way. */
  jobs: 7_210_952,
} as const

type Lock = keyof typeof LOCKS

/** Waits until nobody else has a lock, and keeps others waiting till the transaction ends. */
export async function lock(tx: Transaction, what: Lock): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCKS[what]}::bigint)`
}

/** Keeps whoever takes a lock alone waiting till the transaction ends; many can at once. */
export async function lockTogether(tx: Transaction, what: Lock): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LOCKS[what]}::bigint)`
}
