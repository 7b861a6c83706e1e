import * as z from 'zod/mini'

/** The query of an address, as pages and as route handlers are given it. */
export type Params = Record<string, string | string[] | undefined> | URLSearchParams

/** A value of the address bar: what is wrong or empty is left out rather than refused, so that an old link still opens. */
export const param = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** One value for each name: of a parameter given twice the first counts, an empty one is none. */
export function givenOnce(params: Params): Record<string, string> {
  const entries = params instanceof URLSearchParams ? [...params].reverse() : Object.entries(params)
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      const [first] = Array.isArray(value) ? value : [value]
      return first === undefined || first === '' ? [] : [[key, first]]
    }),
  )
}
