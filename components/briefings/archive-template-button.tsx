'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSwitching } from '@/components/watch/use-switching'
import { archiveTemplateAction } from '@/lib/briefings/actions'
import type { TemplateView } from '@/lib/briefings/views'

/** Puts a template aside, or brings it back. */
export function ArchiveTemplateButton({ template }: { template: TemplateView }) {
  const { failure, pending, turn } = useSwitching()
  const { id, revision: baseRevision, archived } = template
  return (
    <>
      <Button
        disabled={pending}
        onClick={() => turn(() => archiveTemplateAction({ id, baseRevision, archived: !archived }))}
      >
        {archived ? 'Bring back' : 'Archive'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
