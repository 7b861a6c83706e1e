import Link from 'next/link'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import { readingParams } from '@/components/dyads/dyad-address'
import type { WeekCertainty } from '@/lib/certainty/views'

/** What somebody needs to draw the same numbers again, and the files. */
export async function BasisSection({
  certainty: awaited,
  address,
}: {
  certainty: Promise<WeekCertainty>
  address: DyadAddress
}) {
  const { methodId, methodHash, seed, draws, contentHash } = await awaited
  const params = readingParams(address).toString()
  const href = (ending: string) => `/api/v1/dyads/${address.dyadId}/intervals.${ending}${params && `?${params}`}`
  return (
    <div className="text-sm text-muted">
      <p className="max-w-prose">
        To draw the same numbers again: method{' '}
        <Link href="/method#uncertainty" className="link">
          {methodId}
        </Link>{' '}
        with parameters <code className="font-mono text-xs">{methodHash.slice(0, 8)}</code>, N = {draws} draws, seed{' '}
        {seed}, content <code className="font-mono text-xs">{contentHash.slice(0, 16)}</code>. The random numbers are
        hashes of the seed, the draw and the incident’s id, so the same record gives the same intervals to the last bit,
        in whatever order it is read.
      </p>
      <p className="mt-2" data-print="hide">
        The intervals of all weeks:{' '}
        <a href={href('csv')} download className="link">
          CSV
        </a>
        ,{' '}
        <a href={href('json')} download className="link">
          JSON
        </a>
        .
      </p>
    </div>
  )
}
