import { notFound } from 'next/navigation'
import { isDeskError } from '@/lib/errors'

/** What a query gives, or Next's page for what is not there. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}
