import { database } from '@/lib/db/client'

const NOBODY = `'00000000-0000-4000-8000-000000000000'::uuid`

/** The smallest change to a value of a type, as SQL over the column `c`. */
const SMALLEST: Record<string, string> = {
  text: `coalesce(c, '') || '.'`,
  integer: 'coalesce(c, 0) + 1',
  boolean: 'NOT c',
  uuid: NOBODY,
  jsonb: `jsonb_set(c, '{input,title}', '"Baku summons the Russian ambassadoR"')`,
  bytea: 'set_byte(c, 7, get_byte(c, 7) # 1)',
  'double precision': `CASE coalesce(c, 0) WHEN 0 THEN 5e-324 ELSE c * (1 + 2.3e-16) END`,
  'timestamp with time zone': `coalesce(c, now()) + interval '1 millisecond'`,
  'uuid[]': `c || ${NOBODY}`,
  'text[]': `c || 'x'::text`,
  'double precision[]': `ARRAY[coalesce(c[1], 0) + 1] || c[2:]`,
}

/** SQL that is the smallest change to a column of a type. */
export const smallestChange = (column: string, type: string): string =>
  SMALLEST[type].replaceAll(/\bc\b/g, `"${column}"`)

/** The columns of a table with their types, in their order. */
export async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return (await database()).$queryRaw`
    SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`
}
