import { notFound } from 'next/navigation'
import { isDeskError } from '@/lib/errors'
import { isSampleId } from '@/lib/samples/schema'

export interface SampleParams {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The id that the address names, or the page that says there is none. */
export async function sampleIdOf(params: SampleParams['params']): Promise<string> {
  const { id } = await params
  return isSampleId(id) ? id : notFound()
}

/** The number of the unit that the address names, if any. */
export function askedUnit(value: string | string[] | undefined): number | undefined {
  const ordinal = typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isInteger(ordinal) && ordinal >= 1 ? ordinal : undefined
}

/** What a query gives, or the page that says there is no such sample. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}
