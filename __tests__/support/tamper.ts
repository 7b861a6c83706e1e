import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'

const { raw } = Prisma

/** Runs a statement as somebody with the database's own keys would, with triggers and foreign keys off; gives what it returns. */
export async function tamper<Row>(statement: Prisma.Sql): Promise<Row[]> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    return tx.$queryRaw<Row[]>(statement)
  })
}

/** One column of the one row of a table for which a condition holds. */
export interface Place {
  table: string
  column: string
  where: string
}

/** Sets a column to an SQL expression, runs `during`, and puts back what was there. */
export async function whileTampered<T>(
  { table, column, where }: Place,
  value: string,
  during: () => Promise<T>,
): Promise<T> {
  const prisma = await database()
  const found = await prisma.$queryRaw<{ row: string; old: string | null; type: string }[]>`
    SELECT t.ctid::text AS row, t.${raw(`"${column}"`)}::text AS old, format_type(a.atttypid, a.atttypmod) AS type
    FROM ${raw(table)} t JOIN pg_attribute a ON a.attrelid = ${table}::regclass AND a.attname = ${column}
    WHERE ${raw(where)}`
  if (found.length !== 1) throw new Error(`${found.length} rows of ${table} where ${where}`)
  const [{ row, old, type }] = found
  const set = (what: Prisma.Sql, at: string) =>
    Prisma.sql`UPDATE ${raw(table)} SET ${raw(`"${column}"`)} = ${what} WHERE ctid = ${at}::tid RETURNING ctid::text AS row`
  const [changed] = await tamper<{ row: string }>(set(raw(value), row))
  try {
    return await during()
  } finally {
    expectOne(await tamper(set(Prisma.sql`${old}::text::${raw(type)}`, changed.row)), table)
  }
}

function expectOne(rows: unknown[], table: string): void {
  if (rows.length !== 1) throw new Error(`a row of ${table} was written to meanwhile, so it could not be put back`)
}

/** Deletes rows of a table, runs `during`, and puts them back. */
export async function whileDeleted<T>(table: string, where: string, during: () => Promise<T>): Promise<T> {
  const deleted = await tamper<{ row: object }>(
    Prisma.sql`DELETE FROM ${raw(table)} t WHERE ${raw(where)} RETURNING to_jsonb(t) AS row`,
  )
  if (deleted.length === 0) throw new Error(`no row of ${table} where ${where}`)
  const rows = JSON.stringify(deleted.map(({ row }) => row))
  try {
    return await during()
  } finally {
    await tamper(
      Prisma.sql`INSERT INTO ${raw(table)} SELECT * FROM jsonb_populate_recordset(NULL::${raw(table)}, ${rows}::jsonb)`,
    )
  }
}
