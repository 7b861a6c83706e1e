/** Where a page of a list ended that goes by a moment, the latest first, and then by id. */
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The cursor of a page that ends with an entry. */
export const cursorOf = (at: Date, id: string): string => `${at.toISOString()}_${id}`

type OlderThan<F extends string> = { [K in F]?: { lte: Date } } & {
  OR?: ({ [K in F]: { lt: Date } } | { id: { gt: string } })[]
}

/** The condition of what comes after a cursor, by the column that is the moment; none where it is no cursor. */
export function olderThan<F extends string>(column: F, after: string | undefined): OlderThan<F> {
  const [, iso, id] = after?.match(CURSOR) ?? []
  const at = iso === undefined ? undefined : new Date(iso)
  if (!at || Number.isNaN(at.getTime())) return {}
  return { [column]: { lte: at }, OR: [{ [column]: { lt: at } }, { id: { gt: id } }] } as OlderThan<F>
}
