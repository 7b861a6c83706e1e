import { isDeskError } from '@/lib/errors'

/** What a page makes of a query's NOT_FOUND: null. Anything else is thrown on. */
export function orNotFound(error: unknown): null {
  if (isDeskError(error) && error.code === 'NOT_FOUND') return null
  throw error
}
