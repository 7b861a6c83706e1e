'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSwitching } from '@/components/watch/use-switching'
import { archiveWatchlistAction } from '@/lib/watch/actions'
import type { ListRow } from '@/lib/watch/views'

/** Puts a list aside, or brings it back. */
export function ArchiveListButton({ list }: { list: ListRow }) {
  const { failure, pending, turn } = useSwitching()
  const { id, revision: baseRevision, archived } = list
  return (
    <>
      <Button
        disabled={pending}
        onClick={() => turn(() => archiveWatchlistAction({ id, baseRevision, archived: !archived }))}
      >
        {archived ? 'Bring back' : 'Archive'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
