import type { PGlite } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

type Work = Parameters<PGlite['transaction']>[0]

/** What the adapter's transactions are beside what it says of them: each holds the database's own. */
interface Held {
  client: object
}

/** The database, telling of each of its transactions what stood in the way of its end. */
function watched(pglite: PGlite, failures: WeakMap<object, unknown>): PGlite {
  const transaction = async (work: Work) => {
    let own: object | undefined
    try {
      return await pglite.transaction((tx) => {
        own = tx
        return work(tx)
      })
    } catch (error) {
      if (own) failures.set(own, error)
      throw error
    }
  }
  return new Proxy(pglite, {
    get: (target, key) => {
      if (key === 'transaction') return transaction
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/**
 * Prisma's way to an embedded database. The adapter by itself tells of a COMMIT that the database refused, for a full disk or a
 * constraint that is checked last, as of one that was kept; here it throws.
 */
export function embeddedAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const failures = new WeakMap<object, unknown>()
  const factory: SqlMigrationAwareDriverAdapterFactory = new PrismaPGlite(watched(pglite, failures))
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation)
      const commit = transaction.commit.bind(transaction)
      transaction.commit = async () => {
        await commit()
        const { client } = transaction as unknown as Held
        if (failures.has(client)) throw failures.get(client)
      }
      return transaction
    }
    return adapter
  }
  return factory
}
