'use client'

import { useState } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { filterChips } from '@/components/incidents/list/filter-words'
import { atLeast } from '@/components/review/review-words'
import { type UndoableBatch, UndoBatch } from '@/components/review/undo-batch'
import { Button } from '@/components/ui/button'
import type { BatchView } from '@/lib/review/views'

interface RecentBatchesProps {
  batches: BatchView[]
  authors: { id: string; name: string }[]
}

/** Bulk approvals that the viewer can still take back: their own, and for an admin everybody's. */
export function RecentBatches({ batches, authors }: RecentBatchesProps) {
  const [undoing, setUndoing] = useState<UndoableBatch | null>(null)
  const filterWords = ({ filter }: BatchView) => filterChips(filter, authors).map(({ words }) => words)
  return (
    <>
      {batches.length > 0 && (
        <section aria-labelledby="batches-title" className="mt-8 border-t pt-4">
          <h2 id="batches-title" className="text-base font-semibold">
            Approved at once
          </h2>
          <ul className="mt-1 divide-y">
            {batches.map((batch) => (
              <li key={batch.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-sm">
                <span>
                  <Instant at={batch.at} />, {batch.by}: {atLeast(batch.undoable, 'incident')}
                  <span className="text-muted"> · {filterWords(batch).join(', ') || 'the whole queue'}</span>
                </span>
                <Button size="sm" onClick={() => setUndoing({ id: batch.id, count: batch.undoable })}>
                  Take {batch.undoable === 1 ? 'it' : 'them'} back
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {undoing && <UndoBatch batch={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
