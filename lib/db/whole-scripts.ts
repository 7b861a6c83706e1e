import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** A server's refusal in the words of driver adapters, so that the schema engine can report it; any other error as it is. */
function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}

/**
 * The adapter of a PostgreSQL server, with scripts sent whole over `client`. PrismaPg cuts a script at each semicolon, also inside the
 * body of a function; the server reads it as it is, and undoes all of it when one statement fails.
 */
export function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  client: pg.ClientBase,
): SqlMigrationAwareDriverAdapterFactory {
  const executeScript = async (script: string) => {
    try {
      await client.query(script)
    } catch (error) {
      throw asAdapterError(error)
    }
  }
  const { provider, adapterName } = factory
  const connect = async () => Object.assign(await factory.connect(), { executeScript })
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() }
}
