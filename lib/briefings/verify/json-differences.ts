import { pointerStep } from '@/lib/briefings/data/table'

/** A place where two JSON values differ; undefined where one has nothing. */
export interface JsonDifference {
  /** JSON pointer (RFC 6901). */
  at: string
  stands: unknown
  expected: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const own = (value: Record<string, unknown>, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined)

/** Every place where two JSON values differ, in the order of the first. O(size). */
export function* jsonDifferences(stands: unknown, expected: unknown, at = ''): Generator<JsonDifference> {
  const bothObjects = isObject(stands) && isObject(expected)
  if (!bothObjects || Array.isArray(stands) !== Array.isArray(expected)) {
    if (!Object.is(stands, expected)) yield { at, stands, expected }
    return
  }
  for (const key of new Set([...Object.keys(stands), ...Object.keys(expected)]))
    yield* jsonDifferences(own(stands, key), own(expected, key), `${at}/${pointerStep(key)}`)
}
