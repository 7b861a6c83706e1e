import { notFound } from 'next/navigation'
import { isDeskError } from '@/lib/errors'

/**
 * What a page asked for; or why its reader may not have it now, such as whoever is still coding one of its dyads blind. What there is not
 * leads to the page that says so.
 */
export async function foundOrRefused<T>(asked: Promise<T>): Promise<{ found: T } | { refused: string }> {
  try {
    return { found: await asked }
  } catch (error) {
    if (!isDeskError(error)) throw error
    if (error.code === 'NOT_FOUND') notFound()
    if (error.code === 'FORBIDDEN') return { refused: error.message }
    throw error
  }
}
