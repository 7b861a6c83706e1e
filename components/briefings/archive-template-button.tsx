'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSettled } from '@/components/watch/use-settled'
import { archiveTemplateAction } from '@/lib/briefings/actions'
import type { TemplateView } from '@/lib/briefings/views'

/** Puts a template aside, or brings it back. */
export function ArchiveTemplateButton({ template }: { template: TemplateView }) {
  const router = useRouter()
  const { failure, pending, run } = useSettled()
  const { id, revision: baseRevision, archived } = template
  return (
    <>
      <Button
        disabled={pending}
        onClick={() =>
          run(
            () => archiveTemplateAction({ id, baseRevision, archived: !archived }),
            () => router.refresh(),
          )
        }
      >
        {archived ? 'Bring back' : 'Archive'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
